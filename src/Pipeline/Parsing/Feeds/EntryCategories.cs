using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>The categories, subjects and keywords of an entry.</summary>
internal static class EntryCategories
{
    private const string ItunesScheme = "http://www.itunes.com/";

    // Media RSS 1.5.1, media:category: the scheme where none is given.
    private const string MediaScheme = "http://search.yahoo.com/mrss/category_schema";

    private static readonly HashSet<XName> Single = ["category", "keywords", FeedNames.DublinCore + "subject"];

    private static readonly XName[] Names = ["name", "title", "label", "term"];

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
        // A subcategory stands inside its category (Apple, podcast RSS requirements).
        if (element.Name == FeedNames.Itunes + "category")
            return element.DescendantsAndSelf(element.Name).SelectMany(
                category => FromTerm((string?)category.Attribute("text"), null, ItunesScheme));
        if (element.Name == FeedNames.Itunes + "keywords")
            return Listed(element, ItunesScheme);
        return element.Name == "tags" || element.Name == FeedNames.Media + "keywords" ? Listed(element, null) : [];
    }

    private static IEnumerable<Category> One(XElement element, string? scheme)
    {
        if (Escaped(element) is { Count: > 0 } escaped)
            return escaped.SelectMany(term => FromTerm(term, null, scheme));
        if (!element.HasElements || element.Attribute("term") is not null)
            return FromTerm((string?)element.Attribute("term") ?? element.Value, (string?)element.Attribute("label"), scheme);
        // Some write a record for a category, others a list: its name counts, else each of its texts.
        var name = Names.Select(element.Element).FirstOrDefault(child => child is not null);
        var nested = element.Elements().Where(child => child.Name == element.Name || name is null).SelectMany(child => One(child, scheme));
        return FromTerm(name?.Value ?? OwnText(element), null, scheme).Concat(nested);
    }

    // Several links, or several elements of this name, that were escaped into one.
    private static List<string> Escaped(XElement element) =>
        element.Value is var html && (html.Contains("</a", StringComparison.OrdinalIgnoreCase)
            || html.Contains("</category", StringComparison.OrdinalIgnoreCase))
            ? [.. BoundedHtml.TryParse($"<body>{html}", HtmlBounds.Line)?.QuerySelectorAll("a, category").Select(
                term => term.TextContent) ?? []]
            : [];

    private static string OwnText(XElement element) => string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value));

    private static IEnumerable<Category> Listed(XElement element, string? scheme) =>
        element.Value.Split(',').SelectMany(term => FromTerm(term, null, scheme));

    private static IEnumerable<Category> FromTerm(string? term, string? label, string? scheme)
    {
        var name = TextConstruct.Line(label);
        var code = TextConstruct.Line(term) ?? name;
        return code is null ? [] : [new Category(code, name, string.IsNullOrWhiteSpace(scheme) ? null : scheme.Trim())];
    }
}
