namespace Pipeline.Parsing.Xml;

/// <summary>
/// Tells where an element that was never closed ends: a fact of an entry that holds only text ends where a sibling of it begins, or it
/// would swallow every fact behind it.
/// </summary>
internal static class UnclosedFacts
{
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "link", "guid", "id", "pubDate", "published", "updated", "issued", "modified", "author", "creator", "category", "comments",
        "subject", "date", "rights",
        "copyright", "language", "lastBuildDate", "managingEditor", "webMaster", "ttl", "generator", "docs", "publisher", "keywords",
        "origLink", "subtitle", "name", "uri", "email",
    };

    // What these hold may be markup, in which some of the names mean something else.
    private static readonly HashSet<string> Markup = new(
        StringComparer.OrdinalIgnoreCase) { "description", "summary", "content", "encoded", "body" };

    private static readonly HashSet<string> Siblings = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "link", "guid", "id", "pubDate", "published", "updated", "issued", "modified", "author", "contributor", "creator",
        "category", "comments", "subject", "date",
        "rights", "copyright", "description", "summary", "content", "encoded", "enclosure", "source", "image", "lastBuildDate",
        "managingEditor", "thumbnail", "group", "origLink",
        "commentRss", "duration", "explicit", "episode", "publisher", "language", "keywords", "item", "entry",
    };

    private static readonly HashSet<string> SiblingsOfMarkup = new(StringComparer.OrdinalIgnoreCase)
    {
        "guid", "pubDate", "published", "updated", "issued", "author", "creator", "category", "comments", "enclosure", "encoded",
        "origLink", "item", "entry",
    };

    private static readonly HashSet<string> PersonFacts = new(StringComparer.OrdinalIgnoreCase) { "name", "uri", "email" };

    /// <summary>Whether the open element, whose name is as written with its prefix, ends at the start of another.</summary>
    public static bool EndsAt(string open, Tag next)
    {
        var (element, sibling) = (Local(open), Local(next.Name));
        if (element.Equals(sibling, StringComparison.OrdinalIgnoreCase))
            return false;
        if (PersonFacts.Contains(element) && PersonFacts.Contains(sibling))
            return true;
        return Texts.Contains(element) ? Siblings.Contains(sibling)
            : Markup.Contains(element) && (SiblingsOfMarkup.Contains(sibling) || IsLinkOfRss(next));
    }

    // A link of HTML says what it is in its attributes.
    private static bool IsLinkOfRss(Tag next) =>
        next is { Attributes.Count: 0, IsEmpty: false } && next.Name.Equals("link", StringComparison.OrdinalIgnoreCase);

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
