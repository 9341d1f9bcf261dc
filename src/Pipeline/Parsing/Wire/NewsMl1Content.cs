using System.Net;
using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// The text of a NewsML 1.x item: that of its components in their order, of which each set of equivalents (the same in other formats
/// or languages) counts once. The text of a component that holds a picture is its caption and no part of the story.
/// </summary>
/// <param name="Html">The text as HTML; <c>null</c> where there is none.</param>
/// <param name="Nitf">The facts of the first NITF document inside; <c>null</c> where there is none.</param>
/// <param name="ItemClass">The class of an item without text, in the IPTC's words; <c>null</c> for a text.</param>
internal sealed record NewsMl1Content(string? Html, Entry? Nitf, string? ItemClass)
{
    private static readonly string[] MediaTypes = ["photo", "picture", "image", "graphic", "video", "audio", "animation", "logo"];

    private static readonly string[] MediaRoles = [
        .. MediaTypes, "caption", "thumbnail", "quicklook", "quicklook image", "preview", "sidebar photo", "icon"];

    public static NewsMl1Content Read(XElement item, ParserInput input)
    {
        var texts = item.Children("NewsComponent").SelectMany(component => Texts(component, NewsMl1Metadata.Language(item))).ToList();
        var nitf = texts.SelectMany(text => text.Within("nitf")).Select(document => NitfEntry.Read(document, input)).FirstOrDefault();
        var html = string.Concat(texts.Select((text, index) => Heading(text, texts[0], index) + HtmlOf(text)));
        return new NewsMl1Content(html.Length > 0 ? html : null, nitf, html.Length > 0 ? null : Class(item));
    }

    /// <summary>True for a component that is a picture, a film or a recording, with whatever text belongs to that.</summary>
    public static bool IsMedia(XElement component) =>
        component.Child("Role").IsNamed(MediaRoles)
            || component.Children("ContentItem").Any(content => content.Child("MediaType").IsNamed(MediaTypes));

    // The content items that hold text.
    private static IEnumerable<XElement> Texts(XElement component, string? language)
    {
        if (IsMedia(component))
            return [];
        var parts = component.Elements().Where(element => element.Name.LocalName is "NewsComponent" or "ContentItem").ToList();
        if (component.Fact("EquivalentsList")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true)
            return parts.OrderBy(part => LanguageOf(part) is { } own && own != language).Select(part => PartTexts(part, language))
                .FirstOrDefault(texts => texts.Count > 0) ?? [];
        // Content items side by side carry the same matter (NewsML 1.2, NewsComponent): only components differ.
        var items = parts.Where(part => part.Name.LocalName == "ContentItem").Select(part => PartTexts(part, language)).FirstOrDefault(
            texts => texts.Count > 0) ?? [];
        return items.Concat(parts.Where(part => part.Name.LocalName == "NewsComponent").SelectMany(part => PartTexts(part, language)));
    }

    private static List<XElement> PartTexts(XElement part, string? language)
    {
        if (part.Name.LocalName == "NewsComponent")
            return [.. Texts(part, language)];
        return HtmlOf(part) is null ? [] : [part];
    }

    private static string? LanguageOf(XElement part) =>
        part.Fact("lang") ?? part.Child("DescriptiveMetadata").Child("Language").FormalName();

    private static string? HtmlOf(XElement content)
    {
        var encoding = content.Within("Encoding").FirstOrDefault();
        var type = content.Child("MimeType").FormalName()
            ?? content.Child("Format").FormalName() ?? content.Child("MediaType").FormalName();
        return content.Within("DataContent").Select(
            data => WireData.Html(data, type, encoding.Fact("Notation")?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true))
            .FirstOrDefault(html => html is not null);
    }

    // A part of the item with a headline of its own keeps it, where it is not the first.
    private static string Heading(XElement text, XElement first, int index)
    {
        var headline = index == 0 ? null : HeadlineOf(text);
        return headline is null || headline == HeadlineOf(first) ? "" : $"<h2>{WebUtility.HtmlEncode(headline)}</h2>";
    }

    private static string? HeadlineOf(XElement text) =>
        text.Ancestors().TakeWhile(ancestor => ancestor.Name.LocalName == "NewsComponent").Select(
            component => component.Child("NewsLines").Child("HeadLine").Text())
            .FirstOrDefault(headline => headline is not null);

    private static string? Class(XElement item)
    {
        if (item.Child("TopicSet") is not null)
            return "topic set";
        if (NewsMl1Elements.Components(item).Any(
            component => component.Child("NewsItemRef") is not null || component.Child("NewsItem") is not null))
            return "composite";
        var media = NewsMl1Elements.Components(item).SelectMany(component => component.Children("ContentItem")).Select(
            content => content.Child("MediaType").FormalName())
            .FirstOrDefault(type => type is not null);
        return media is null || media.Equals("text", StringComparison.OrdinalIgnoreCase) ? null : media.ToLowerInvariant();
    }
}
