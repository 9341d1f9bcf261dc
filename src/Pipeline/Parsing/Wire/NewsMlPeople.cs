using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads who made an item: the byline for readers where there is one, else the creators in the metadata.</summary>
internal static class NewsMlPeople
{
    public static IReadOnlyList<Contributor> Read(XElement? contentMeta, Entry? nitf)
    {
        var byline = contentMeta.Children("by").SelectMany(by => Bylines.From(by.Text())).ToList();
        var authors = byline.Count > 0 ? byline : nitf?.Contributors ?? [];
        var creators = authors.Count > 0 ? authors : Named(contentMeta, "creator", RoleOf);
        return [.. creators.Concat(Named(contentMeta, "contributor", _ => ContributorRole.Contributor)).DistinctBy(person => person.Name)];
    }

    private static IEnumerable<Contributor> Named(XElement? contentMeta, string element, Func<XElement, ContributorRole> roleOf) =>
        contentMeta.Children(element).SelectMany(party => PlainText.From(party.Child("name").Text() ?? party.Fact("literal")) is { } name
            ? new[] { new Contributor(name, roleOf(party)) } : []);

    // The IPTC's roles are many; what a reader tells apart is who wrote and who took the pictures.
    private static ContributorRole RoleOf(XElement creator) =>
        creator.Fact("role")?.Contains("photo", StringComparison.OrdinalIgnoreCase) == true ? ContributorRole.Photographer
            : ContributorRole.Author;
}
