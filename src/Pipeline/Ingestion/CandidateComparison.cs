using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>
/// An article beside its candidates, and these beside one another where they share no more than a passage with it. So a notice that is
/// printed under many stories is known without a table of what is printed how often: whoever has it is found by it.
/// </summary>
internal sealed class CandidateComparison
{
    private const int Own = 0;

    // A third story tells of two.
    private const int MinUnderOwnTops = 2;

    // As many as tell; every two of them may have to be compared.
    private const int MaxWitnesses = 24;

    // Only the first few stories under a notice can have been taken for one.
    private const int MaxSeparated = 16;

    // Whoever came so long before has committed what could be seen by then.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private readonly List<BandCandidate> texts;
    private readonly TextPairs pairs;
    private readonly Boilerplate boilerplate;
    private readonly List<int> witnesses;

    /// <param name="own">The article, as others would find it.</param>
    /// <param name="candidates">Other articles that share a band with it.</param>
    public CandidateComparison(BandCandidate own, IEnumerable<BandCandidate> candidates)
    {
        var read = candidates.Prepend(own).Select(text => (Text: text, Sketch: Sketch.Read(text.Sketch.Span)))
            .Where(text => text.Sketch is not null).ToList();
        texts = [.. read.Select(text => text.Text)];
        pairs = new TextPairs([.. read.Select(text => text.Sketch!)]);
        boilerplate = new Boilerplate(pairs);
        var related = Others.Where(IsRelated).OrderBy(i => texts[i].FirstSeen).ThenBy(i => texts[i].ArticleId, StringComparer.Ordinal);
        var underOwnTops = Others.Count(i => pairs.Between(Own, i).IsUnderOwnTops);
        witnesses = underOwnTops >= MinUnderOwnTops ? [.. related.Take(MaxWitnesses).Prepend(Own)] : [];
    }

    /// <summary>Each candidate that carries the article's text.</summary>
    public IReadOnlyList<(BandCandidate Candidate, Match Match)> ListMatches() =>
        [.. Others.Where(i => Match(Own, i) is not null && !AreApart(Own, i)).Select(i => (texts[i], Match(Own, i)!))];

    /// <summary>Whether a candidate carries the article's text only under another top.</summary>
    public bool IsUnderOwnTop(BandCandidate candidate) => pairs.Between(Own, texts.IndexOf(candidate)).IsUnderOwnTops;

    /// <summary>Which of them are two stories, where the article is one of these or nobody can have told before it.</summary>
    public Separation Separate()
    {
        var looked = witnesses.Take(MaxSeparated + 1).ToList();
        var all = looked.SelectMany((one, index) => looked.Skip(index + 1).Select(other => (One: one, Other: other))).ToList();
        var apart = all.Where(pair => AreApart(pair.One, pair.Other)).ToList();
        if (apart.TrueForAll(pair => pair.One == Own || IsKnownBefore(pair.One, pair.Other)))
            apart.RemoveAll(pair => pair.One != Own);
        if (apart.Count == 0)
            return Separation.None;
        var together = all.Where(pair => Match(pair.One, pair.Other) is not null && !AreApart(pair.One, pair.Other));
        return new Separation([.. apart.Select(Pair)], [.. together.Select(Pair)]);

        ArticlePair Pair((int One, int Other) pair) =>
            new(texts[pair.One].ArticleId, texts[pair.Other].ArticleId, Match(pair.One, pair.Other));
    }

    private IEnumerable<int> Others => Enumerable.Range(1, texts.Count - 1);

    private bool IsRelated(int i) => pairs.Between(Own, i) is { IsUnderOwnTops: true } or { Match: not null };

    private Match? Match(int one, int other) => pairs.Between(one, other).Match;

    private bool IsKnownBefore(int one, int other) =>
        IsSettled(one) && IsSettled(other) && boilerplate.IsAllThatIsShared(one, other, witnesses.Where(IsSettled));

    private bool IsSettled(int i) => texts[i].FirstSeen <= texts[Own].FirstSeen - Settled;

    private bool AreApart(int one, int other) => boilerplate.IsAllThatIsShared(one, other, witnesses);
}
