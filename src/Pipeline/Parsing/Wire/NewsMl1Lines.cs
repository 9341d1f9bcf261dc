using System.Net;
using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>The lines of an item that readers see beside its text (NewsML 1.2, <c>NewsLines</c>).</summary>
internal sealed record NewsMl1Lines(
    string? Headline, string? SubHeadline, string? Byline, string? Dateline, string? Credit, string? Copyright,
    IReadOnlyList<string> Keywords)
{
    public static NewsMl1Lines Read(XElement item)
    {
        // Pictures have lines of their own: the headline of the whole stands in the first component that has any.
        var holders = NewsMl1Elements.Components(item).Where(component => !NewsMl1Content.IsMedia(component)).SelectMany(
            component => component.Children("NewsLines")).ToList();
        return new NewsMl1Lines(
            Line("HeadLine") ?? Line("SlugLine"),
            Line("SubHeadLine") is { } sub ? WebUtility.HtmlEncode(sub) : null,
            Line("ByLine"),
            Line("DateLine"),
            Line("CreditLine"),
            Line("CopyrightLine") ?? Line("RightsLine"),
            [.. holders.SelectMany(lines => lines.Children("KeywordLine")).Select(line => PlainText.From(line.Text())).OfType<string>()]);

        string? Line(string name) =>
            holders.SelectMany(lines => lines.Children(name)).Select(WireElements.Text).FirstOrDefault(text => text is not null);
    }
}
