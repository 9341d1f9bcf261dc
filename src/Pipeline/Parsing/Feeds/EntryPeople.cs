using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>The people of an entry: Atom persons, Dublin Core and iTunes names, and the "name (address)" forms of RSS.</summary>
internal static partial class EntryPeople
{
    private static readonly HashSet<XName> Authors = ["author", "managingeditor", FeedNames.DublinCore + "creator", FeedNames.DublinCore + "author", FeedNames.Itunes + "author"];

    private static readonly HashSet<XName> Others = ["contributor", FeedNames.DublinCore + "contributor"];

    /// <summary>In the order of the feed, each once.</summary>
    public static IReadOnlyList<Contributor> Read(XElement item) =>
        [.. item.Elements().Select(ReadPerson).OfType<Contributor>().DistinctBy(person => (person.Name, person.Role))];

    private static Contributor? ReadPerson(XElement element)
    {
        if (Authors.Contains(element.Name))
            return ReadPerson(element, ContributorRole.Author);
        return Others.Contains(element.Name) ? ReadPerson(element, ContributorRole.Contributor) : null;
    }

    private static Contributor? ReadPerson(XElement element, ContributorRole role)
    {
        if (!element.HasElements)
            return FromText(element.Value.Trim(), role);
        var person = new AtomPerson(element);
        var url = person.Uri ?? (string?)element.Element("url") ?? (string?)element.Element("homepage");
        return First(person.Name, person.EMail) is { } name ? new Contributor(name, role, First(person.EMail), First(url)) : null;
    }

    private static Contributor? FromText(string text, ContributorRole role)
    {
        var address = Address().Match(text);
        if (!address.Success)
            return text.Length == 0 ? null : new Contributor(text, role);
        var name = Brackets().Replace(text.Replace(address.Value, "", StringComparison.Ordinal), "").Trim(' ', '(', ')', '<', '>');
        return new Contributor(First(name, address.Value)!, role, address.Value);
    }

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,8}")]
    private static partial Regex Address();

    [GeneratedRegex(@"\(\s*\)|<\s*>|mailto:", RegexOptions.IgnoreCase)]
    private static partial Regex Brackets();
}
