using System.Xml.Linq;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Resolves the aliases of qcodes to the URIs of their vocabularies: those that the item declares itself, and those of the IPTC's
/// standard catalog, which items only refer to and which is never fetched.
/// </summary>
internal sealed class Catalog
{
    public const string PubStatus = NewsCodes + "pubstatusg2/";

    private const string NewsCodes = "http://cv.iptc.org/newscodes/";

    // From the IPTC's catalog.IPTC-G2-Standards: the vocabularies that news items use.
    private static readonly Dictionary<string, string> Standard = new()
    {
        ["stat"] = PubStatus,
        ["ninat"] = NewsCodes + "ninature/",
        ["medtop"] = NewsCodes + "mediatopic/",
        ["subj"] = NewsCodes + "subjectcode/",
        ["genre"] = NewsCodes + "genre/",
        ["nprov"] = NewsCodes + "newsprovider/",
        ["sig"] = NewsCodes + "signal/",
        ["drol"] = NewsCodes + "descriptionrole/",
        ["cpnat"] = NewsCodes + "cpnature/",
        ["scene"] = NewsCodes + "scene/",
        ["iso3166-1a2"] = "http://cvx.iptc.org/iso3166-1a2/",
        ["iso3166-1a3"] = "http://cvx.iptc.org/iso3166-1a3/",
    };

    private readonly Dictionary<string, string> declared;

    /// <summary>The catalog of an item: its own <c>scheme</c> declarations and those of the message around it.</summary>
    public Catalog(XElement item) =>
        declared = item.AncestorsAndSelf().SelectMany(
            element => element.Children("catalog").Concat(element.Child("header").Children("catalog")))
            .SelectMany(catalog => catalog.Children("scheme"))
            .Where(scheme => scheme.Fact("alias") is not null && scheme.Fact("uri") is not null)
            .DistinctBy(scheme => scheme.Fact("alias"))
            .ToDictionary(scheme => scheme.Fact("alias")!, scheme => scheme.Fact("uri")!);

    /// <summary>The URI of a concept, by its <c>uri</c> or its <c>qcode</c>; <c>null</c> where the alias is unknown.</summary>
    public string? UriOf(XElement? concept) =>
        concept.Fact("uri") ?? (concept.Fact("qcode") is { } qcode && SchemeOf(qcode) is { } scheme
            ? scheme + qcode[(qcode.IndexOf(':', StringComparison.Ordinal) + 1)..] : null);

    /// <summary>The URI of the vocabulary that a qcode belongs to; <c>null</c> where its alias is unknown.</summary>
    public string? SchemeOf(string? qcode) =>
        qcode?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? declared.GetValueOrDefault(qcode[..colon]) ?? Standard.GetValueOrDefault(qcode[..colon]) : null;
}
