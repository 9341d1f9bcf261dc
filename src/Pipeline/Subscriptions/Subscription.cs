using Pipeline.Articles;

namespace Pipeline.Subscriptions;

/// <summary>A feed, or a page that names one, which an operator lists to be followed.</summary>
/// <param name="Address">As it is listed, http or https, without a fragment. It may hold credentials: show
/// <see cref="SecretAddress.Mask"/> of it.</param>
public sealed record Subscription(Uri Address)
{
    /// <summary>Names the subscription everywhere: 26 characters, the same for the same address.</summary>
    public string Id { get; } = StableHash.Id(Address.AbsoluteUri);

    /// <summary>What the list calls it.</summary>
    public string? Title { get; init; }

    /// <summary>The groups of the list that it stands in, from the outermost, with slashes between.</summary>
    public string? Group { get; init; }

    /// <summary>The source that its entries are from: what the list says, or else the address's host without <c>www.</c>.</summary>
    public string Source { get; init; } = SourceOf(Address);

    /// <summary>The file below <c>incoming</c> that what is fetched is written to. It holds nothing of the address but its host.</summary>
    public string Path => $"{Source}/subscriptions/{Id}";

    /// <summary>The address as it may be listed: <c>feed:</c> is http, a host alone is https; <c>null</c> for what is none.</summary>
    public static Uri? ReadAddress(string? text)
    {
        var written = text?.Trim() ?? "";
        if (written.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            written = written["feed:".Length..] is ['/', '/', ..] rest ? $"http:{rest}" : written["feed:".Length..];
        else if (!written.Contains("://", StringComparison.Ordinal) && written.Contains('.', StringComparison.Ordinal))
            written = $"https://{written}";
        if (written.Length > SafeAddress.MaxLength || !Uri.TryCreate(written, UriKind.Absolute, out var address) || !IsWeb(address))
            return null;
        return address.Fragment.Length == 0 ? address : new Uri(address.GetComponents(UriComponents.HttpRequestUrl
            | UriComponents.UserInfo, UriFormat.UriEscaped));
    }

    /// <summary>True for http and https, the only schemes that are followed.</summary>
    public static bool IsWeb(Uri address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static string SourceOf(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant().Trim('[', ']').Replace(':', '-');
        return host.StartsWith("www.", StringComparison.Ordinal) ? host["www.".Length..] : host;
    }
}
