using System.Net;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads the texts of a ninjs item: lists of objects with a role and a content type in 2.x and 3.x, properties with a suffix
/// (<c>body_xhtml</c>) in 1.x. An item may carry one text in several forms; the one that keeps most of its structure counts.
/// </summary>
internal static class NinjsBody
{
    private enum Form
    {
        Html,
        Nitf,
        Plain,
    }

    /// <summary>HTML; <c>null</c> where the item has no body.</summary>
    public static string? Html(NinjsObject item) =>
        Texts(item, "bodies", "body_").Concat(Bare(item)).OrderBy(text => text.Form).Select(text => ToHtml(text.Form, text.Value))
            .FirstOrDefault(
            html => html is not null);

    public static string? Headline(NinjsObject item)
    {
        var headlines = item.Objects("headlines").OrderBy(headline => headline.Text("role") is not ("main" or null)).Select(
            headline => headline.Text("value"))
            .Prepend(item.Text("headline")).Concat(Texts(item, "", "headline_").Select(text => text.Value));
        return headlines.Select(PlainText.From).FirstOrDefault(headline => headline is not null);
    }

    /// <summary>A summary where the roles name one, else the first description.</summary>
    public static string? Summary(NinjsObject item) =>
        Texts(item, "descriptions", "description_").OrderBy(text => text.Role is not ("summary" or "lead")).ThenBy(text => text.Form)
            .Select(text => text.Form == Form.Plain ? WebUtility.HtmlEncode(text.Value) : text.Value).FirstOrDefault();

    // Some write the body under the name alone.
    private static IEnumerable<(string Role, Form Form, string Value)> Bare(NinjsObject item) =>
        item.Text("body") is { } body ? [("", FormOf("", body), body)] : [];

    private static IEnumerable<(string Role, Form Form, string Value)> Texts(NinjsObject item, string list, string prefix)
    {
        foreach (var text in item.Objects(list))
        {
            if (text.Text("value") is { } value)
                yield return (text.Text("role") ?? "", FormOf($"{text.Text("contenttype")} {text.Text("role")}", value), value);
        }

        foreach (var name in item.Names.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (item.Text(name) is { } value)
                yield return (name[prefix.Length..], FormOf(name, value), value);
        }
    }

    // Roles are the provider's own words: where neither they nor the content type tell, a closing tag does.
    private static Form FormOf(string declared, string value) => declared switch
    {
        _ when declared.Contains("nitf", StringComparison.OrdinalIgnoreCase) => Form.Nitf,
        _ when declared.Contains("html", StringComparison.OrdinalIgnoreCase) || value.Contains("</", StringComparison.Ordinal) => Form.Html,
        _ => Form.Plain,
    };

    private static string? ToHtml(Form form, string value) => form switch
    {
        Form.Html => WireText.FromHtml(value),
        Form.Nitf => FromNitf(value),
        _ => WireText.FromPlain(value),
    };

    // 64 is what a document inside a string needs at most; the JSON around it has limits of its own.
    private static string? FromNitf(string value) => WireXml.Read(value, 64).Root switch
    {
        null => null,
        { Name.LocalName: "nitf" } document => NitfBody.Html(document),
        var fragment => NitfBody.Html([fragment]),
    };
}
