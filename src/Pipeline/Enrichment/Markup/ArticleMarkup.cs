using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Pipeline.Parsing.Html;
using Pipeline.Pictures;

namespace Pipeline.Enrichment.Markup;

/// <summary>The body of an article: parsed, cleaned and sanitised once, and shared by all that reads it.</summary>
/// <param name="Root">The sanitised tree.</param>
/// <param name="Html">Its markup.</param>
/// <param name="Text">Its text, by <see cref="HtmlText"/>.</param>
internal sealed record ArticleMarkup(IElement Root, string Html, string Text)
{
    // Moving nodes can leave a tree that no markup spells (a paragraph in a paragraph): reading it again settles that.
    private const int MaxReadings = 5;

    private const int MaxPlain = 20_000;

    // What starts a tag or an entity, and what AngleSharp takes for the end of the file.
    private static readonly SearchValues<char> Special = SearchValues.Create("<&\uFFFF");

    private static readonly HtmlSanitizer Sanitizer = AllowList.Sanitizer();

    /// <param name="html">As published; may be hostile.</param>
    /// <param name="address">The article's address, against which relative links are resolved; <c>null</c> where it has none.</param>
    /// <param name="headline">The article's headline, which is none of its text.</param>
    public static ArticleMarkup Read(string html, string? address, string? headline = null)
    {
        var markup = ReadOnce(html, address, headline);
        for (var reading = 1; reading < MaxReadings && !ReadsBackAsItIs(markup.Html); reading++)
            markup = ReadOnce(markup.Html, address, headline);
        return markup;
    }

    /// <summary>The text alone, of what is mostly a line without markup.</summary>
    public static string TextOf(string html) =>
        html.Length <= MaxPlain && !html.AsSpan().ContainsAny(Special) ? HtmlText.FromPlain(html) : Read(html, null).Text;

    // Markup that a browser would read as another tree is how sanitised text turns dangerous again.
    private static bool ReadsBackAsItIs(string html) =>
        HtmlMarkup.WriteInside(new HtmlParser(new HtmlParserOptions(), HtmlContext.Open()).ParseDocument(html).Body!) == html;

    private static ArticleMarkup ReadOnce(string html, string? address, string? headline)
    {
        var document = BoundedHtml.Parse(html, HtmlBounds.Article);
        var root = document.Body!;
        PictureMarkup.ShowIn(root);
        Clutter.RemoveFrom(root);
        MarkedHeadings.PromoteIn(root);
        UnknownElements.UnwrapIn(root);
        Sanitizer.SanitizeDom(document, document.Body, address ?? "");
        RepeatedHeadline.RemoveFrom(root, headline);
        EmptyWrappers.RemoveFrom(root);
        return new ArticleMarkup(root, HtmlMarkup.WriteInside(root).Trim(), HtmlText.FromNode(root));
    }
}
