namespace Pipeline.Articles;

/// <summary>An address that a page states for itself.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Origin">What states it: <c>rel=canonical</c>, <c>og:url</c>.</param>
public sealed record UrlClaim(string Url, string Origin);
