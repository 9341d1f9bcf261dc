using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>The categories, subjects and keywords of an entry.</summary>
internal static class EntryCategories
{
    private const string ItunesScheme = "http://www.itunes.com/";

    // Media RSS 1.5.1, media:category: the scheme where none is given.
    private const string MediaScheme = "http://search.yahoo.com/mrss/category_schema";

    private static readonly HashSet<XName> Single = ["category", "keywords", FeedNames.DublinCore + "subject"];

    /// <summary>In the order of the feed, each once.</summary>
    public static IReadOnlyList<Category> Read(XElement item) =>
        [.. item.Elements().Where(element => element.Name != FeedNames.Media + "category").Concat(FeedNames.InMedia(item, "category"))
            .SelectMany(ReadElement).Distinct()];

    private static IEnumerable<Category> ReadElement(XElement element)
    {
        if (Single.Contains(element.Name))
            return One(element, (string?)element.Attribute("scheme") ?? (string?)element.Attribute("domain"));
        if (element.Name == FeedNames.Media + "category")
            return One(element, (string?)element.Attribute("scheme") ?? MediaScheme);
        if (element.Name == FeedNames.Itunes + "category")
            return FromTerm((string?)element.Attribute("text"), null, ItunesScheme);
        if (element.Name == FeedNames.Itunes + "keywords")
            return Listed(element, ItunesScheme);
        return element.Name == "tags" || element.Name == FeedNames.Media + "keywords" ? Listed(element, null) : [];
    }

    private static IEnumerable<Category> One(XElement element, string? scheme) =>
        FromTerm((string?)element.Attribute("term") ?? element.Value, (string?)element.Attribute("label"), scheme);

    private static IEnumerable<Category> Listed(XElement element, string? scheme) =>
        element.Value.Split(',').SelectMany(term => FromTerm(term, null, scheme));

    private static IEnumerable<Category> FromTerm(string? term, string? label, string? scheme)
    {
        var name = string.IsNullOrWhiteSpace(label) ? null : label.Trim();
        var code = string.IsNullOrWhiteSpace(term) ? name : term.Trim();
        return code is null ? [] : [new Category(code, name, string.IsNullOrWhiteSpace(scheme) ? null : scheme.Trim())];
    }
}
