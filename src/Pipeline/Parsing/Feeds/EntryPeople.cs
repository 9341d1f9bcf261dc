using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Feeds;

/// <summary>The people of an entry: Atom persons, Dublin Core and iTunes names, and the "name (address)" forms of RSS.</summary>
internal static class EntryPeople
{
    private static readonly HashSet<XName> Authors = [
        "author", "managingeditor", FeedNames.DublinCore + "creator", FeedNames.DublinCore + "author", FeedNames.Itunes + "author"];

    private static readonly HashSet<XName> Others = ["contributor", FeedNames.DublinCore + "contributor"];

    /// <summary>In the order of the feed, each once. RSS has a field for an author's address and Dublin Core one for the name: beside a
    /// name an address is nobody else.</summary>
    public static IReadOnlyList<Contributor> Read(XElement item)
    {
        var people = item.Elements().SelectMany(ReadPeople).DistinctBy(person => (person.Name, person.Role)).ToList();
        var isNamed = people.Exists(person => person.Role == ContributorRole.Author && person.Name != person.Email);
        return isNamed ? people.FindAll(person => person.Name != person.Email) : people;
    }

    private static IEnumerable<Contributor> ReadPeople(XElement element)
    {
        if (Authors.Contains(element.Name))
            return ReadPeople(element, ContributorRole.Author);
        return Others.Contains(element.Name) ? ReadPeople(element, ContributorRole.Contributor) : [];
    }

    private static IEnumerable<Contributor> ReadPeople(XElement element, ContributorRole role)
    {
        if (!element.HasElements)
            return PersonField.Read(element.Value, role);
        var person = new AtomPerson(element);
        var (name, mail) = (Plain(person.Name), Plain(person.EMail));
        // Links and other markup that nobody escaped.
        if (name is null && mail is null && element.Elements("a").Any())
            return PersonField.Read(TextConstruct.InnerHtml(element), role);
        var url = Plain(person.Uri) ?? Plain((string?)element.Element("url")) ?? Plain((string?)element.Element("homepage"));
        if ((name ?? mail) is null)
            return [];
        var people = name is null ? [new Contributor(mail!, role, mail)] : PersonField.Read(name, role).ToList();
        return people is [var one] ? [one with { Email = mail ?? one.Email, Url = url ?? one.Url }] : people;
    }

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
