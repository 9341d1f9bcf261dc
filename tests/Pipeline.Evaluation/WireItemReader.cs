using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Pipeline.Evaluation;

/// <summary>Reads wire documents by a handful of paths and regular expressions.</summary>
internal static partial class WireItemReader
{
    public static IEnumerable<WireItem> FromXml(byte[] document)
    {
        var root = XDocument.Load(new MemoryStream(document)).Root!;
        foreach (var element in root.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        var items = root.XPathSelectElements("descendant-or-self::newsItem").ToList();
        return (items.Count > 0 ? items : root.Name.LocalName is "contentSet" or "nitf" ? [root] : []).Select(FromXml);
    }

    public static IEnumerable<WireItem> FromJson(byte[] document)
    {
        var item = JsonNode.Parse(
            document, new JsonNodeOptions { PropertyNameCaseInsensitive = true }, new JsonDocumentOptions { AllowTrailingCommas = true })!
            .AsObject();
        var body = Bodies(item).FirstOrDefault() ?? "";
        var type = Text(item["type"]);
        yield return new WireItem
        {
            Guid = Text(item["uri"]),
            IsText = body.Length > 0 || (type is "text" or null && (item["headline"] ?? item["headlines"]) is not null),
            Headline = Line(Text(item["headline"]) ?? Text(item["headlines"]?[0]?["value"])),
            Body = body,
            Byline = Text(item["byline"]) ?? Text(item["by"]),
            Dateline = Text(item["located"]),
            Language = Text(item["language"]),
            SubjectCodes = [
                .. ((item["subject"] ?? item["subjects"]) as JsonArray ?? []).Select(subject => Text(subject!["uri"])
                    ?? Text(subject["code"]) ?? Text(subject["literal"]) ?? Text(subject["name"])).OfType<string>()],
            Version = Text(item["version"]),
            Status = Text(item["pubstatus"]),
            Embargo = Text(item["embargoed"]) ?? Text(item["embargoeduntil"]),
            Times = [.. new[] { Text(item["firstcreated"]), Text(item["versioncreated"]) }.OfType<string>()],
        };
    }

    private static WireItem FromXml(XElement item) => new()
    {
        Guid = (string?)item.Attribute("guid"),
        IsText = item.XPathSelectElement(".//body.content | .//inlineData | .//inlineXML/html") is not null
            || ((string?)item.XPathSelectElement("itemMeta/itemClass")?.Attribute("qcode") == "ninat:text"
                && item.XPathSelectElement("contentMeta/headline") is not null),
        Headline = Line((item.XPathSelectElement("contentMeta/headline") ?? item.XPathSelectElement(".//hl1"))?.Value),
        Body = string.Join(
            ' ', item.XPathSelectElements(".//body.content | .//inlineData | .//inlineXML/html/body").SelectMany(
                body => body.DescendantNodes().OfType<XText>()).Select(text => text.Value)),
        Byline = Line(item.XPathSelectElement(".//byline")?.Nodes().OfType<XText>().FirstOrDefault()?.Value)
            ?? Line((item.XPathSelectElement(".//byttl") ?? item.XPathSelectElement("contentMeta/creator/name"))?.Value),
        Dateline = Line((item.XPathSelectElement(".//dateline") ?? item.XPathSelectElement("contentMeta/located/name"))?.Value),
        Language = (string?)item.XPathSelectElement("contentMeta/language")?.Attribute("tag")
            ?? (string?)item.Attribute(XNamespace.Xml + "lang"),
        SubjectCodes = [
            .. item.XPathSelectElements("contentMeta/subject").Select(subject => (string?)subject.Attribute("qcode")).OfType<string>()],
        Version = (string?)item.Attribute("version"),
        Status = ((string?)item.XPathSelectElement("itemMeta/pubStatus")?.Attribute("qcode"))?.Split(':')[^1],
        Embargo = item.XPathSelectElement("itemMeta/embargoed")?.Value.Trim(),
        Times = [.. item.XPathSelectElements("itemMeta/firstCreated | itemMeta/versionCreated").Select(time => time.Value.Trim())],
    };

    // Of several forms of one text, the marked-up one is the whole: HTML, then NITF, then plain.
    private static IEnumerable<string> Bodies(JsonObject item) =>
        item.Where(property => property.Key.StartsWith("body_", StringComparison.OrdinalIgnoreCase)).Select(
            property => (Form: property.Key, Value: Text(property.Value)))
            .Concat((item["bodies"] as JsonArray ?? []).Select(
                body => (Form: $"{Text(body!["contenttype"])} {Text(body["role"])}", Value: Text(body["value"]))))
            .OrderBy(body => body.Form.Contains("html", StringComparison.OrdinalIgnoreCase) ? 0
                : body.Form.Contains("nitf", StringComparison.OrdinalIgnoreCase) ? 1 : 2)
            .Select(body => WebUtility.HtmlDecode(Tag().Replace(Outside().Replace(body.Value ?? "", " "), " ")));

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? node.ToString().Trim() : null;

    private static string? Line(string? text) =>
        text is null ? null
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"<head>.*?</head>|<body\.head>.*?</body\.head>", RegexOptions.Singleline)]
    private static partial Regex Outside();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
