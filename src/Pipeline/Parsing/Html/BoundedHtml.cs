using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Pipeline.Bounds;

namespace Pipeline.Parsing.Html;

/// <summary>
/// Parses foreign HTML at a bounded cost: AngleSharp's work grows with the square of the nesting (20,000 nested elements take it
/// twelve seconds), and its own limit of depth bounds the tree, not that work. The bounds are held on the tree that it builds, so that
/// nothing can be one thing to the bounds and another to the parser.
/// </summary>
public static class BoundedHtml
{
    /// <summary>Characters that are read; what follows is cut off.</summary>
    public const int MaxCharacters = 4_000_000;

    /// <summary>Attributes of an element; each is compared with those before it.</summary>
    public const int MaxAttributes = 200;

    private const int ElementsBetweenChecks = 256;

    /// <summary>The document; tags beyond the bounds are dropped, and their text stays.</summary>
    public static IHtmlDocument Parse(string html, HtmlBounds bounds)
    {
        var read = html.Length > MaxCharacters ? html[..MaxCharacters] : html;
        return TryParse(read, bounds) ?? ParseWithoutTagsBeyond(read, bounds);
    }

    /// <summary>The document; <c>null</c> where it goes beyond the bounds.</summary>
    public static IHtmlDocument? TryParse(string html, HtmlBounds bounds)
    {
        if (html.Length > MaxCharacters)
            return null;
        var meter = new TreeMeter(bounds);
        try
        {
            return new HtmlParser(Options(element => Count(element, meter)), HtmlContext.Open()).ParseDocument(html);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    private static void Count(IElement element, TreeMeter meter)
    {
        if (meter.IsTooLarge || meter.IsTooDeep || (meter.HasEnoughBases && element is IHtmlBaseElement))
            throw new BeyondBoundsException();
        meter.Add(element);
        if (meter.Elements % ElementsBetweenChecks == 0)
            CpuBudget.Check();
    }

    // AngleSharp drops text of nothing but white space where something stands between its tokenizer and its builder: this is for hostile
    // documents only.
    private static IHtmlDocument ParseWithoutTagsBeyond(string html, HtmlBounds bounds)
    {
        var meter = new TreeMeter(bounds);
        var builder = new BoundedTreeBuilder(bounds, meter);
        using var source = new TextSource(html);
        return (IHtmlDocument)new HtmlParser(Options(meter.Add), HtmlContext.Open()).ParseDocument<Document, Element>(source, builder.Take);
    }

    // AngleSharp calls it for each element that a tag asks for, before the element has its place. Nothing reads comments, and
    // taking tens of thousands of them out of one parent, as the sanitiser does, costs the square of their number.
    private static HtmlParserOptions Options(Action<IElement> created) => new()
    {
        SkipComments = true,
        SkipProcessingInstructions = true,
        OnCreated = (element, _) => created(element),
        ShouldEmitAttribute = static (ref token, _) => token.Attributes.Count < MaxAttributes,
    };
}
