using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes what leads the reader away: bare links to other articles with the label over them, pop-ups inside paragraphs, appeals
/// to subscribe, follow or share.</summary>
internal static class PromotionRemover
{
    private const double AllLink = 0.9;
    private const int MaxLabelLength = 30;
    private const int MaxBehindLabel = 4;
    private const int MinParagraphLength = 80;

    // Shorter links are a source in brackets, a name, a handle; no headline.
    private const int MinHeadlineLength = 20;

    public static void Clean(CleanedBody body)
    {
        var pictures = new ContainingElements(body.Element.QuerySelectorAll("img"));
        body.Remove(body.Element.QuerySelectorAll("p span").Where(span => pictures.Contain(span) && IsMostlyLinks(span)));
        var lines = body.Lines;
        var points = ListsOfSentences(lines);
        body.Remove(lines.Where(
            (line, at) => (IsPromotion(line) && !(IsBareLink(line) && IsPoint(line))) || IsLabelOver(at, lines)));

        bool IsPoint(Line line) => line.Block is { LocalName: "li", ParentElement: { } list } && points.Contains(list);
    }

    // Of the points of a digest some are linked as a whole, among others that are sentences.
    private static HashSet<IElement> ListsOfSentences(IReadOnlyList<Line> lines) =>
        lines.Where(line => line.Block is { LocalName: "li", ParentElement: not null }).GroupBy(line => line.Block.ParentElement!)
            .Where(list => 2 * list.Count(line => Prose.Measure(line) > 0) > list.Count() && list.Count(IsBareLink) < list.Count() - 1)
            .Select(list => list.Key).ToHashSet();

    // A card that a script shows over a name in the text: a picture and little but links.
    private static bool IsMostlyLinks(IElement span) =>
        span.QuerySelectorAll("a") is { Length: >= 3 } links
        && links.Sum(link => link.TextContent.Length) > AllLink * span.TextContent.Trim().Length;

    private static bool IsPromotion(Line line) =>
        line.IsQuoted ? IsFrameOfPost(line) : (IsBareLink(line) || IsLabelledLink(line) || Appeals.Match(line) || Notices.Match(line));

    // What stands in the place of a picture that a script fetches: "View this post …", in the reader's language.
    private static bool IsFrameOfPost(Line line) => line.LinkShare >= AllLink && line.Block.Closest(".instagram-media") is not null;

    // "【関連記事】…": headlines of Eastern Asia are shorter, and the label tells what they are.
    private static bool IsLabelledLink(Line line) =>
        line.LinkLength > 0 && line.Text.AsSpan().IndexOfAny(":：】]") is > 0 and <= MaxLabelLength and var end
            && line.Text.Length - end - line.LinkLength <= MaxBehindLabel && Rubrics.Match(line.Text[..end]);

    // "Read more: …", "RELATED …", and whole paragraphs that are nothing but a link; an address that is spelled out is information.
    private static bool IsBareLink(Line line) =>
        !IsLinkedSentence(line) &&
        line.LinkLength >= MinHeadlineLength && !line.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && (line.LinkShare >= AllLink || (line.LinkShare > 0.5 && line.Text.Length - line.LinkLength <= MaxLabelLength));

    // Some papers link whole paragraphs of the article: a headline has no full stop, and "Read more: …" has a label.
    private static bool IsLinkedSentence(Line line) =>
        line.LinkShare >= AllLink && line.Text.Length >= MinParagraphLength && line.Block.LocalName is "p" or "blockquote"
            && line.Text.TrimEnd('"', '”', '»', ')')[^1] is '.' or '。' or '।' or '؟';

    // "DON'T MISS" and then two links or more.
    private static bool IsLabelOver(int at, IReadOnlyList<Line> lines) =>
        lines[at].Text.Length <= MaxLabelLength && !lines[at].IsQuoted && Prose.Measure(lines[at]) == 0
        && at + 2 < lines.Count && IsBareLink(lines[at + 1]) && IsBareLink(lines[at + 2]);
}
