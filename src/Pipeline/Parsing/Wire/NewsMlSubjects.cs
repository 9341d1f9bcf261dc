using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the subjects and keywords of a NewsML-G2 item, with the codes as written.</summary>
internal static class NewsMlSubjects
{
    public static IEnumerable<Category> Read(XElement? contentMeta, Catalog catalog, string? language) =>
        contentMeta.Children("subject").SelectMany(Concepts)
            .Select(concept => Category(concept, catalog, language))
            .Concat(contentMeta.Children("keyword").Select(keyword => PlainText.From(keyword.Text())).Select(
                text => text is null ? null : new Category(text)))
            .OfType<Category>()
            .Distinct();

    // Since 2.34 a subject may be only the holder of a main concept and its facets; bags held several before.
    private static IEnumerable<XElement> Concepts(XElement subject) =>
        subject.Descendants().Where(element => element.Name.LocalName is "mainConcept" or "facetConcept" or "bit").Prepend(subject);

    private static Category? Category(XElement concept, Catalog catalog, string? language)
    {
        var name = concept.Children("name").OrderBy(candidate => candidate.Fact("lang") is { } own && own != language)
            .Select(candidate => PlainText.From(candidate.Text())).FirstOrDefault(text => text is not null);
        var code = concept.Fact("qcode") ?? concept.Fact("uri") ?? concept.Fact("literal") ?? concept.Fact("code");
        return (code ?? name) is { } term ? new Category(term, code is null ? null : name, catalog.SchemeOf(concept.Fact("qcode"))) : null;
    }
}
