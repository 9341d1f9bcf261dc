using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The paragraph between headline and text that opens an article.</summary>
internal static class Standfirst
{
    private const int MinLength = 40;
    private const int MaxLength = 800;
    private const int Levels = 3;
    private const double MaxLinkShare = 0.5;

    // As much of a summary as tells that a paragraph is the same.
    private const int SameStart = 40;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "standfirst", "dek", "deck", "lead", "lede", "intro", "introtext", "introduction", "excerpt", "subtitle", "subhead", "subheadline",
        "subheading", "subline", "vorspann",
        "chapo", "chapeau", "abstract", "bajada", "copete", "entradilla", "ingress", "ingres", "sommario", "catenaccio", "perex", "spot",
        "manchet", "anriss", "leadtext", "teasertext",
        "leadin", "lead-in", "summary", "sutitle", "description", "linha", "lid", "zajawka", "preamble", "preface", "leader", "einleitung",
        "epigraph", "epigrafe", "hook", "sumario", "sumilla", "teaser", "anlauf", "undertitel", "underrubrik", "strapline",
    };

    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "caption", "credit", "author", "byline", "bio", "image", "picture", "figure", "related", "newsletter", "share", "social", "tags",
        "video", "gallery", "photo", "date", "meta", "quote",
    };

    /// <summary>The text; <c>null</c> where the lines under the headline have none.</summary>
    public static string? Find(ArticleHead head, IReadOnlyList<string> summaries) =>
        head.Below.Where(line => line.Text.Length is >= MinLength and <= MaxLength && line.LinkShare < MaxLinkShare
            && line.Block.Closest("figure, li, table, blockquote") is null
            && line.Nodes.All(node => node.ParentElement is not { LocalName: "script" or "style" or "noscript" }))
            .FirstOrDefault(line => IsNamed(line) || summaries.Any(summary => IsSame(summary, line.Text)))?.Text;

    private static bool IsNamed(Line line)
    {
        var words = line.Block.GetAncestors().OfType<IElement>().Take(Levels - 1).Prepend(line.Block).SelectMany(
            ClassWords.NamesOf).SelectMany(ClassWords.Split).ToHashSet(StringComparer.Ordinal);
        return words.Overlaps(Names) && !words.Overlaps(Never);
    }

    private static bool IsSame(string summary, string text) =>
        summary.Length >= SameStart && text.Length >= SameStart
            && Wording.Letters(text).StartsWith(Wording.Letters(summary[..SameStart]), StringComparison.Ordinal);
}
