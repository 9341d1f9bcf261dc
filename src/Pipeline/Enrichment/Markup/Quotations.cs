using System.Buffers;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Enrichment.Markup;

/// <summary>
/// Tells what an article quotes from what it says itself. A <c>blockquote</c> and a <c>q</c> are quotations wherever they stand. Whoever
/// uses neither may set paragraphs in italics or in quotation marks: these count where they are most of the text and the article links to
/// something, as a link blog does. A quotation that nothing marks cannot be told from the article's own words.
/// </summary>
internal static class Quotations
{
    private const string Marked = "blockquote, q";

    // Between quotation marks there may be a name or a saying; so many characters are a passage.
    private const int MinPassage = 60;

    private const string Opening = "“„«»「『\"‘‚‹›";
    private const string Closing = "”“«»」』\"’‘‹›";

    private static readonly SearchValues<char> Marks = SearchValues.Create("”“»«」』\"");

    /// <summary>Whether any of the text is quoted.</summary>
    public static bool AreIn(Article article) => RemoveFrom(article) is not null;

    /// <summary>The text without its quotations; <c>null</c> where it has none.</summary>
    public static string? RemoveFrom(Article article)
    {
        var mayHaveMarked = Contains(article, "<blockquote") || Contains(article, "<q>") || Contains(article, "<q ");
        var linksAway = article.OriginalUrl is not null || Contains(article, "<a ");
        var mayBeItalic = linksAway && (Contains(article, "<p><em>") || Contains(article, "<p><i>"));
        if (!mayHaveMarked && !mayBeItalic)
            return linksAway ? RemoveLines(article.Text) : null;
        if (BoundedHtml.TryParse($"<body>{article.Html}", HtmlBounds.Article)?.Body is not { } body)
            return null;
        var marked = body.QuerySelectorAll(Marked).Where(IsPassage).ToList();
        var quoted = marked.Count > 0 || !mayBeItalic ? marked : [.. body.QuerySelectorAll("p").Where(IsItalic)];
        if (quoted.Count == 0 || (marked.Count == 0 && quoted.Sum(passage => passage.TextContent.Length) * 2 < article.Text.Length))
            return linksAway ? RemoveLines(article.Text) : null;
        foreach (var passage in quoted)
            passage.Remove();
        return HtmlText.FromNode(body);
    }

    private static bool Contains(Article article, string tag) => article.Html.Contains(tag, StringComparison.OrdinalIgnoreCase);

    private static bool IsPassage(IElement passage) => passage.LocalName == "blockquote" || passage.TextContent.Length >= MinPassage;

    private static bool IsItalic(IElement paragraph) =>
        paragraph.TextContent.Trim() is { Length: >= MinPassage } text
        && paragraph.Children is [{ LocalName: "em" or "i" } only] && only.TextContent.Trim().Length >= text.Length - 1;

    // A quotation of several paragraphs opens each of them and closes the last.
    private static string? RemoveLines(string text)
    {
        var (own, quoted, open) = (new List<string>(), 0, false);
        foreach (var line in text.Split('\n'))
        {
            var words = line.AsSpan().Trim();
            var opens = words.Length > 0 && Opening.Contains(words[0], StringComparison.Ordinal);
            var closes = words.Length > 1 && Closing.Contains(words.TrimEnd(".。,，…")[^1], StringComparison.Ordinal);
            if (words.Length >= MinPassage && opens && (closes || HasNoClosing(words[1..])))
                (quoted, open) = (quoted + words.Length, !closes);
            else
                own.Add(line);
        }

        return !open && quoted * 2 >= text.Length ? string.Join('\n', own) : null;
    }

    private static bool HasNoClosing(ReadOnlySpan<char> words) => !words.ContainsAny(Marks);
}
