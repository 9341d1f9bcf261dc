using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>A title as windows show it: the article's and the site's, with a mark between them.</summary>
internal static partial class WindowTitle
{
    /// <summary>True where the text is the whole title or one of its parts.</summary>
    public static bool Has(string? title, string text) =>
        title is not null && (text.Equals(title, StringComparison.OrdinalIgnoreCase)
            || Mark().Split(title).Any(part => part.Trim().Equals(text, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"\s+[-–—|·•:»/]+\s+|[_|｜：»]|\s+–|–\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
