using System.Text.Json;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>
/// All JSON-LD of a page as one graph: <c>@graph</c>, arrays and nested nodes are found wherever they stand, and a value
/// that only names an <c>@id</c> is the node of that name (JSON-LD 1.1, node references).
/// </summary>
internal sealed class JsonLdGraph
{
    private static readonly string[] ArticleEndings = ["Article", "Posting", "Report"];

    // Not articles, but what a page is about where it has none.
    private static readonly string[] OtherEndings = ["WebPage", "Review", "Recipe", "CreativeWork", "Gallery"];

    private static readonly string[] Galleries = ["Gallery"];

    private static readonly string[] Pictures = ["ImageObject", "Photograph"];

    private static readonly string[] Organisations = ["Organization"];

    private static readonly string[] AddressProperties = ["url", "mainEntityOfPage", "@id"];

    private readonly List<JsonElement> nodes = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    public JsonLdGraph(IEnumerable<JsonElement?> roots)
    {
        foreach (var root in roots.OfType<JsonElement>())
            Collect(root);
    }

    /// <summary>
    /// The nodes that describe the page's article, best first; empty where none does. Pages also describe the articles that they
    /// link to: the page's own is the one at its address, or else the one with its title, or else the first.
    /// </summary>
    public IReadOnlyList<JsonElement> Articles(Page page)
    {
        var ranked = nodes.Select(node => (Node: node, Rank: Rank(node))).Where(node => node.Rank > 0).ToList();
        if (ranked.Count == 0)
            return [];
        var title = PageTitle.FromPage(page);
        var best = ranked.MaxBy(node => (node.Rank > 1, IsAt(node.Node, page), IsTitled(node.Node, title), node.Rank)).Node;
        return [best, .. ranked.Select(node => node.Node).Where(node => !node.Equals(best) && IsSameAs(node, best, page))];
    }

    /// <summary>The names of the sites that the page describes: its own.</summary>
    public IReadOnlyList<string> SiteNames() =>
        [.. nodes.Where(node => HasTypeLike(node, ["WebSite"])).SelectMany(
            site => Texts(site, "name").Concat(Texts(site, "alternateName")))];

    /// <summary>True for a relative of schema.org's Article, which all end alike; what else describes a page has titles of its
    /// own.</summary>
    public bool IsArticle(JsonElement node) => HasTypeLike(node, ArticleEndings);

    /// <summary>True for pictures on a page of their own, or in an article.</summary>
    public bool IsGallery(JsonElement node) => HasTypeLike(node, Galleries);

    public bool IsPicture(JsonElement node) => HasTypeLike(node, Pictures);

    public bool IsOrganisation(JsonElement node) => HasTypeLike(node, Organisations);

    /// <summary>The property's values: lists are laid flat, references followed.</summary>
    public IEnumerable<JsonElement> Values(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value)
            ? Members(value).Select(Resolved)
            : [];

    public IEnumerable<string> Texts(JsonElement node, string property) => Values(node, property).Select(TextOf).OfType<string>();

    /// <summary>All names of a value: one text may stand for several people, and a node may have a list of names.</summary>
    public IEnumerable<string> NamesOf(JsonElement value) =>
Scalar(value) is { } text ? [text]
        : Texts(value, "name") is var names && names.Any() ? names
        : WholeName(value) is { Length: > 0 } whole ? [whole]
        : Texts(value, "@value");

    // schema.org has a person's names also one by one.
    private string WholeName(JsonElement person) =>
        string.Join(' ', Texts(person, "givenName").Concat(Texts(person, "additionalName")).Concat(Texts(person, "familyName")));

    public string? Text(JsonElement node, string property) => Texts(node, property).FirstOrDefault();

    /// <summary>A truth value, which templates also write as a word or as schema.org's address for it; <c>null</c> for anything
    /// else.</summary>
    public bool? Truth(JsonElement node, string property) => Values(node, property).Select(value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => TruthOf(LinkOf(value)),
    }).FirstOrDefault();

    /// <summary>The same of a text.</summary>
    public static bool? TruthOf(string? text) => text?.Split('/')[^1].ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => null,
    };

    public string? Link(JsonElement node, string property) => Values(node, property).Select(LinkOf).OfType<string>().FirstOrDefault();

    /// <summary>What a person would read in the value: the text itself, or what the node is called.</summary>
    public string? TextOf(JsonElement value) => Scalar(value) ?? Text(value, ["@value", "name"]);

    /// <summary>Where the value points: the text itself, or the node's address.</summary>
    public string? LinkOf(JsonElement value) => Scalar(value) ?? Text(value, ["url", "contentUrl", "@id"]);

    private static string? Text(JsonElement node, ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value)
                && Scalar(FirstOf(value)) is { } text)
                return text;
        }

        return null;
    }

    // A list as an array, or as a list object (JSON-LD 1.1, lists and sets).
    private static IEnumerable<JsonElement> Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Members),
        JsonValueKind.Object when value.TryGetProperty("@list", out var list) || value.TryGetProperty("@set", out list) => Members(list),
        _ => [value],
    };

    private static JsonElement FirstOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;

    private static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private JsonElement Resolved(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Text(value, ["@id"]) is { } id && value.EnumerateObject().Count() == 1
            && byId.TryGetValue(id, out var node)
            ? node
            : value;

    private void Collect(JsonElement root)
    {
        var pending = new Stack<JsonElement>([root]);
        while (pending.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Object)
                Keep(next);
            IEnumerable<JsonElement> children = next.ValueKind switch
            {
                JsonValueKind.Object => next.EnumerateObject().Select(property => property.Value),
                JsonValueKind.Array => next.EnumerateArray(),
                _ => [],
            };
            foreach (var child in children.Reverse())
                pending.Push(child);
        }
    }

    private void Keep(JsonElement node)
    {
        nodes.Add(node);
        if (node.EnumerateObject().Count() > 1 && Text(node, ["@id"]) is { } id)
            byId.TryAdd(id, node);
    }

    private bool IsAt(JsonElement node, Page page) => Addresses(node).Any(page.IsOwn);

    private static bool IsTitled(JsonElement node, string? title) =>
        title is not null && PlainText.From(Text(node, ["headline", "name"])) is { } headline
            && title.Contains(headline, StringComparison.OrdinalIgnoreCase);

    // Several scripts of a page may each tell a part of one article; one with another address is another copy of it.
    private bool IsSameAs(JsonElement node, JsonElement best, Page page) =>
        IsAt(node, page)
            ? IsAt(best, page)
            : !Addresses(node).Any(link => page.Identity(link)?.Contains('#', StringComparison.Ordinal) == false)
                && Text(node, ["headline", "name"]) is { } headline && headline == Text(best, ["headline", "name"]);

    private IEnumerable<string> Addresses(JsonElement node) =>
        AddressProperties.SelectMany(property => Values(node, property)).Select(LinkOf).OfType<string>();

    // A node that is no article but has a date is better than nothing.
    private int Rank(JsonElement node)
    {
        if (IsArticle(node))
            return Text(node, ["headline", "articleBody"]) is not null ? 3 : 2;
        return HasTypeLike(node, OtherEndings) && (Text(node, ["datePublished"]) is not null || IsGallery(node))
            || Text(node, ["pubDate"]) is not null ? 1 : 0;
    }

    private bool HasTypeLike(JsonElement node, string[] endings) =>
        Texts(node, "@type").Any(type => endings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal)));
}
