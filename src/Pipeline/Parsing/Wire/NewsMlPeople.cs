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
        var creators = authors.Count > 0 ? authors : Named(contentMeta, "creator", ContributorRole.Author);
        return [.. creators.Concat(Named(contentMeta, "contributor", ContributorRole.Contributor)).DistinctBy(person => person.Name)];
    }

    private static IEnumerable<Contributor> Named(XElement? contentMeta, string element, ContributorRole role) =>
        contentMeta.Children(element).Select(party => PlainText.From(party.Child("name").Text() ?? party.Fact("literal"))).OfType<string>()
            .Select(name => new Contributor(name, role));
}
