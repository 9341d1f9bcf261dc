using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Gives images whose address waits in another attribute for a script their address back.</summary>
internal static class LazyImages
{
    private static readonly string[] Waiting = [
        "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url", "_src", "data-srcset", "srcset"];

    public static void ShowIn(IElement root)
    {
        foreach (var image in root.QuerySelectorAll("img"))
            if (!IsAddress(image.GetAttribute("src"))
                && Waiting.Select(image.GetAttribute).Select(FirstAddress).FirstOrDefault(IsAddress) is { } address)
                image.SetAttribute("src", address);
    }

    private static bool IsAddress(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !value.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    // An entry of a srcset is an address, white space, a descriptor (HTML 4.8.4.2.1).
    private static string? FirstAddress(string? value) => value?.Trim().Split([' ', '\t', '\n', '\r'])[0].TrimEnd(',');
}
