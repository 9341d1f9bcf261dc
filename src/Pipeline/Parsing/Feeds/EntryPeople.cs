using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>The people of an entry: Atom persons, Dublin Core and iTunes names, and the "name (address)" forms of RSS.</summary>
internal static partial class EntryPeople
{
    private static readonly HashSet<XName> Authors = [
        "author", "managingeditor", FeedNames.DublinCore + "creator", FeedNames.DublinCore + "author", FeedNames.Itunes + "author"];

    private static readonly HashSet<XName> Others = ["contributor", FeedNames.DublinCore + "contributor"];

    /// <summary>In the order of the feed, each once.</summary>
    public static IReadOnlyList<Contributor> Read(XElement item) =>
        [.. item.Elements().SelectMany(ReadPeople).OfType<Contributor>().DistinctBy(person => (person.Name, person.Role))];

    private static IEnumerable<Contributor?> ReadPeople(XElement element)
    {
        if (Authors.Contains(element.Name))
            return ReadPeople(element, ContributorRole.Author);
        return Others.Contains(element.Name) ? ReadPeople(element, ContributorRole.Contributor) : [];
    }

    // Several people in one element are told apart by their addresses: a comma alone may be a part of a name.
    private static IEnumerable<Contributor?> ReadPeople(XElement element, ContributorRole role)
    {
        if (element.HasElements)
            return [FromElements(element, role)];
        var parts = element.Value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, Address().IsMatch) ? parts.Select(part => FromText(part, role))
            : [FromText(element.Value.Trim(), role)];
    }

    private static Contributor? FromElements(XElement element, ContributorRole role)
    {
        var person = new AtomPerson(element);
        var url = person.Uri ?? (string?)element.Element("url") ?? (string?)element.Element("homepage");
        return First(person.Name, person.EMail) is { } name ? new Contributor(name, role, First(person.EMail), First(url)) : null;
    }

    private static Contributor? FromText(string text, ContributorRole role)
    {
        var address = Address().Match(text);
        if (!address.Success)
            return Name(text) is { Length: > 0 } whole ? new Contributor(whole, role) : null;
        var name = Name(Brackets().Replace(text.Replace(address.Value, "", StringComparison.Ordinal), "").Trim(' ', '<', '>', ','));
        return new Contributor(First(name, address.Value)!, role, address.Value);
    }

    // "(Jane Doe)" and "\"Jane Doe\"" are a name in a mail header's dress (RFC 822 §6.1); brackets inside a name belong to it.
    private static string Name(string text) =>
        text is ['(' or '"', .. var inner, ')' or '"'] && !inner.AsSpan().ContainsAny('(', '"') ? inner.Trim() : text;

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
