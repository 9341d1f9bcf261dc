using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Ingestion.Identity;

/// <summary>How two readings of one article compare: a feed has the summary of what the page has whole.</summary>
internal static class TextView
{
    /// <summary>The name of the fact that says what a text was read from.</summary>
    public const string Fact = "text";

    /// <summary>What <see cref="Fact"/> says where the entry had no text, so that its summary stands in for it.</summary>
    public const string Summary = "the summary";

    // "Continue reading on our site" behind the cut, and the word that the cut went through.
    private const int MaxTail = 6;

    // Of the paragraph that names the article again, without that name.
    private const int MaxClosing = 12;

    private const int MinWords = 8;

    // An abridged text is at most so long; whoever takes out a sentence that was wrong leaves more.
    private const double MaxAbridged = 0.6;

    /// <summary>Whether the two have the same title and the same text, whatever their markup.</summary>
    public static bool AreEqual(Article one, Article other) =>
        Fold(one.Text) == Fold(other.Text) && Fold(one.Title) == Fold(other.Title);

    public static bool HaveSameTitle(Article one, Article other) => Fold(one.Title) is { Length: > 0 } title && title == Fold(other.Title);

    /// <summary>Whether so much of the phrases of the shorter text is in the other, or of its words where it is too short for
    /// phrases.</summary>
    /// <param name="one">One of the two, in either order.</param>
    /// <param name="other">The other one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static bool AreRelated(Article one, Article other, double share)
    {
        var (a, b) = (Fold(one.Text).Split(' '), Fold(other.Text).Split(' '));
        if (one.Text.Length == 0 || other.Text.Length == 0)
            return HaveSameTitle(one, other);
        var size = Math.Min(a.Length, b.Length) >= 3 * MinWords ? 3 : 1;
        var (inA, inB) = (Phrases(a, size), Phrases(b, size));
        return inA.Count(inB.Contains) >= share * Math.Min(inA.Count, inB.Count);
    }

    /// <summary>
    /// Whether the view says nothing that the whole does not: its beginning, its summary, a part or an abridgement of it, or the same.
    /// </summary>
    /// <param name="whole">The longer one.</param>
    /// <param name="view">What may be a view of it.</param>
    /// <param name="foreignWords">How much of an abridgement may be in other words, from 0 to 1; one word always may.</param>
    public static bool IsPartOf(Article whole, Article view, double foreignWords)
    {
        var (words, text) = (Fold(WithoutClosing(view)).Split(' '), Fold(whole.Text));
        if (view.Text.Length == 0)
            return HaveSameTitle(whole, view);
        return Contains(text, words) || (whole.Excerpt is { } excerpt && Contains(Fold(excerpt), words))
            || IsAbridged(text, words, foreignWords);
    }

    public static bool IsSummary(Article article) => article.Provenance.GetValueOrDefault(Fact) == Summary;

    // "The post TITLE appeared first on SITE.", in whatever language: a short last paragraph that names the article is none of its text.
    private static string WithoutClosing(Article article)
    {
        var (end, title) = (article.Text.LastIndexOf("\n\n", StringComparison.Ordinal), Fold(article.Title));
        if (end < 0 || title.Length == 0)
            return article.Text;
        var closing = Fold(article.Text[end..]);
        return $" {closing} ".Contains($" {title} ", StringComparison.Ordinal)
            && closing.Split(' ').Length - title.Split(' ').Length <= MaxClosing ? article.Text[..end] : article.Text;
    }

    private static bool Contains(string text, string[] words)
    {
        if ($" {text} ".Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal))
            return true;
        for (var tail = 1; tail <= MaxTail && words.Length - tail >= MinWords; tail++)
        {
            // A cut has more text behind it; a few words behind the whole text are news.
            if ($" {text}".Contains($" {string.Join(' ', words[..^tail])} ", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsAbridged(string text, string[] words, double foreignWords)
    {
        var whole = text.Split(' ');
        if (words.Length < MinWords || words.Length > MaxAbridged * whole.Length)
            return false;
        var known = whole.ToHashSet(StringComparer.Ordinal);
        return words.Count(word => !known.Contains(word)) <= Math.Max(1, foreignWords * words.Length);
    }

    private static HashSet<string> Phrases(string[] words, int size) =>
        Enumerable.Range(0, words.Length - size + 1).Select(start => string.Join(' ', words.AsSpan(start, size)!)).ToHashSet(
            StringComparer.Ordinal);

    private static string Fold(string text) => WordSequence.Folded(text);
}
