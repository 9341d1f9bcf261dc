namespace Pipeline.Evaluation.Copies;

/// <summary>Two articles that anyone would call copies, and whether the pipeline does.</summary>
internal sealed record ReprintPair(CorpusArticle One, CorpusArticle Other, bool IsTogether, bool HasSameAmounts)
{
    public ReprintPair(CorpusArticle one, CorpusArticle other, IReadOnlyDictionary<string, string> clusters, bool hasSameAmounts)
        : this(one, other, clusters[one.Id] == clusters[other.Id], hasSameAmounts)
    {
    }

    public bool IsWithinADay => (One.Published - Other.Published).Duration() < TimeSpan.FromDays(1);
}
