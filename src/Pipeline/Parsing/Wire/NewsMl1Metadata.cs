using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads what the components of a NewsML 1.x item say of it: language, provider, rights, subjects.</summary>
internal static class NewsMl1Metadata
{
    private static readonly HashSet<string> SubjectLevels = ["Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"];

    public static string? Language(XElement item) =>
        Descriptive(item).SelectMany(metadata => metadata.Children("Language")).Select(NewsMl1Elements.FormalName).FirstOrDefault(
            language => language is not null)
        ?? NewsMl1Elements.Components(item).Select(component => component.Fact("lang")).FirstOrDefault(language => language is not null)
        ?? item.AncestorsAndSelf().Select(element => element.Fact("lang")).FirstOrDefault(language => language is not null);

    /// <summary>Who provides the item: by name, else by the last word of an address such as <c>afp.com</c>.</summary>
    public static string? Provider(XElement item) =>
        NewsMl1Elements.InComponents(item, "AdministrativeMetadata")
            .SelectMany(metadata => metadata.Children("Provider").Concat(metadata.Children("Source")))
            .Concat(item.Ancestors().LastOrDefault().Child("NewsEnvelope").Children("SentFrom"))
            .SelectMany(party => party.Children("Party")).Select(NewsMl1Elements.FormalName).FirstOrDefault(name => name is not null)
        ?? item.Child("Identification").Child("NewsIdentifier").Child("ProviderId").Text();

    public static string? Rights(XElement item) =>
        NewsMl1Elements.InComponents(item, "RightsMetadata").Within("CopyrightHolder").Select(WireElements.Text).FirstOrDefault(
            holder => holder is not null);

    /// <summary>Subject codes of the IPTC, from the broadest level of each to the finest, genres left out; keywords that are
    /// properties.</summary>
    public static IEnumerable<Category> Subjects(XElement item)
    {
        var metadata = Descriptive(item).ToList();
        var codes = metadata.Within("SubjectCode").Concat(metadata.Within("SubjectCodes")).SelectMany(code => code.Elements())
            .Where(level => SubjectLevels.Contains(level.Name.LocalName)).Select(level => level.FormalName()).OfType<string>();
        return codes.Concat(NewsMl1Elements.Properties(metadata, name => name.StartsWith("keyword", StringComparison.OrdinalIgnoreCase)))
            .Select(PlainText.From).OfType<string>().Select(term => new Category(term));
    }

    private static IEnumerable<XElement> Descriptive(XElement item) => NewsMl1Elements.InComponents(item, "DescriptiveMetadata");
}
