using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>The names by which a page calls its site, and its host: they stand in titles and in the place of authors, and belong to
/// neither.</summary>
internal sealed class SiteNames
{
    private static readonly HashSet<string> Properties = new(
        StringComparer.Ordinal) { "og:site_name", "al:ios:app_name", "al:android:app_name", "twitter:site" };

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "twitter:app:name:iphone",
    };

    // Shorter hosts and names are parts of other words.
    private const int MinKeyLength = 3;
    private const int MaxHomeLinks = 10;
    private const int MaxNameLength = 40;

    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal)
    {
        "", "redaktion", "redaktionsteam", "dieredaktion", "editorialteam", "editors", "editorial", "staff", "team", "newsroom", "newsdesk",
        "online", "com", "de", "net",
        "org", "blog", "magazin", "magazine", "news", "admin", "staffwriter", "staffreporter", "desk", "webdesk", "redaccion", "redacao",
        "redazione", "redactie", "ev",
    };

    // Words that outlets have in their names, and people have not.
    private static readonly HashSet<string> OutletWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "le", "la", "les", "el", "der", "die", "das", "il", "news", "nachrichten", "zeitung", "tageblatt", "times", "post", "daily",
        "magazin", "magazine", "blog", "online",
        "tv", "radio", "redaktion", "press", "presse", "journal", "media", "verlag", "team", "world", "international", "stiftung",
        "foundation", "institut", "group", "gmbh", "e.v.",
    };

    private readonly HashSet<string> keys;
    private readonly HashSet<string> publishers;

    /// <param name="page">The page.</param>
    /// <param name="published">What else is known of who publishes it.</param>
    /// <param name="named">What the site is called elsewhere on the page.</param>
    public SiteNames(Page page, IReadOnlyCollection<string?> published, IReadOnlyCollection<string> named)
    {
        var stated = page.Document.QuerySelectorAll("meta").Where(NamesSite).Select(meta => meta.GetAttribute("content")?.TrimStart('@'))
            .Concat(published).Concat(named).Concat(NamesOfHome(page));
        var host = (page.Base ?? page.Address)?.Host is { } name ? HostNames(name) : [];
        publishers = [.. published.Select(Key)];
        keys = [.. stated.Concat(host).Select(Key).Where(key => key.Length >= MinKeyLength)];
    }

    /// <summary>True for the site's name, also with its domain, "Redaktion" or the like behind it.</summary>
    public bool Contain(string text)
    {
        var key = Key(text);
        return keys.Contains(key)
            || keys.Any(name => key.StartsWith(name, StringComparison.Ordinal) && Suffixes.Contains(key[name.Length..]))
                || keys.Any(name => key.EndsWith(name, StringComparison.Ordinal)
                    && key[..^name.Length] is "the" or "die" or "der" or "das" or "le" or "la" or "el" or "redaktion" or "teamder");
    }

    /// <summary>True where the name in the place of an author is the site's own. People name their sites after themselves: a name like a
    /// person's counts only where the page calls it its publisher.</summary>
    public bool IsOutlet(string name) =>
        Contain(name) && (publishers.Contains(Key(name)) || name.Split(' ') is not { Length: 2 or 3 } words
            || words.Any(OutletWords.Contains) || words.Any(word => !char.IsUpper(word[0])));

    /// <summary>True for a name that begins with the site's own and goes on: a desk, a regional programme.</summary>
    public bool IsBranch(string name) =>
        name.Split(' ') is { Length: >= 2 } words && Enumerable.Range(1, words.Length - 1).Any(
            count => keys.Contains(Key(string.Concat(words[..count]))) && IsOutletLike(words[..count]));

    private bool IsOutletLike(string[] words) =>
        words.Length >= 2 || publishers.Contains(Key(words[0])) || words[0].All(char.IsUpper);

    // The name over the page, which leads to the site's front page.
    private static IEnumerable<string> NamesOfHome(Page page) =>
        page.Document.QuerySelectorAll("header a[href], a[rel~=home]").Take(MaxHomeLinks)
            .Where(link => link.Closest("article, main") is null && page.Absolute(link.GetAttribute("href")) is not null
                && page.Identity(link.GetAttribute("href")) is null)
            .Select(link => PlainText.From(link.TextContent) ?? link.QuerySelector("img[alt]")?.GetAttribute("alt")).OfType<string>()
            .Where(name => name.Length <= MaxNameLength);

    private static bool NamesSite(IElement meta) =>
        (meta.GetAttribute("property") is { } property && Properties.Contains(property))
        || (meta.GetAttribute("name") is { } name
            && (Names.Contains(name) || name.ToLowerInvariant() is "dc.publisher" or "publisher"));

    // "www.blog.mdr.de" is mdr.de, mdr and blog.mdr.de.
    private static IEnumerable<string> HostNames(string host)
    {
        var parts = host.Split('.').SkipWhile(part => part is "www" or "m" or "amp").ToArray();
        for (var from = 0; from < parts.Length - 1; from++)
            yield return string.Concat(parts[from..]);
        var name = parts.Length > 2 && parts[^2].Length <= 3 && parts[^1].Length == 2 ? parts[^3]
            : parts.Length > 1 ? parts[^2] : parts.FirstOrDefault();
        if (name is not null)
            yield return name;
    }

    // What is left of a name that is written with capitals, blanks, accents or dots in one place and without in another.
    private static string Key(string? name) =>
        string.Concat(
            (PlainText.From(name) ?? "").ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Where(char.IsLetterOrDigit));
}
