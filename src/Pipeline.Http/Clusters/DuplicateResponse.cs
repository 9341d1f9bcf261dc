using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Comparison;
using Pipeline.Matching;

namespace Pipeline.Http.Clusters;

/// <summary>Why another article is taken for a copy of the one that was asked for.</summary>
/// <param name="CanonicalId">The article that stands for both.</param>
/// <param name="MatchedWith">The member that it was matched with; absent for the cluster's founder.</param>
/// <param name="Match">The rule that fired then, with its figures; absent for the cluster's founder.</param>
/// <param name="Comparison">Both texts as they are now; absent where one is withdrawn, and after the first 20 articles.</param>
public sealed record DuplicateResponse(
    string ArticleId,
    string Source,
    string Title,
    string? Url,
    DateTimeOffset ListedAt,
    bool IsWithdrawn,
    string CanonicalId,
    string? MatchedWith,
    Match? Match,
    ComparisonResponse? Comparison)
{
    internal static DuplicateResponse FromMember(ClusterMember member, Cluster cluster, ComparisonResponse? comparison) => new(
        member.ArticleId, member.Source, member.Title, member.Url, member.ListedAt, member.IsWithdrawn,
        cluster.CanonicalId, member.MatchedWith, member.Match, comparison);
}

/// <summary>How the text of a copy stands to that of the article that was asked for.</summary>
/// <param name="Resemblance">Share of the weighted words of both that both have, 0 to 1.</param>
/// <param name="Containment">Share of the smaller text that is in the larger, 0 to 1.</param>
public sealed record ComparisonResponse(
    double Resemblance, double Containment, PassagesResponse Shared, PassagesResponse Added, PassagesResponse Dropped)
{
    // Passages show what a copy is; whoever wants every word asks for the difference.
    private const int MaxTextLength = 100_000;

    internal static ComparisonResponse? Compare(Article article, Article copy)
    {
        if (article.Text.Length == 0 || copy.Text.Length == 0)
            return null;
        var passages = Passages.Compare(Start(article.Text), Start(copy.Text));
        return new ComparisonResponse(
            passages.Resemblance, passages.Containment, PassagesResponse.FromSentences(passages.Shared),
            PassagesResponse.FromSentences(passages.Added), PassagesResponse.FromSentences(passages.Dropped));
    }

    private static string Start(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength];
}

/// <summary>Sentences, as written: how many there are, and the first 20 with at most 300 characters each.</summary>
public sealed record PassagesResponse(int Count, IReadOnlyList<string> First)
{
    private const int MaxPassages = 20;
    private const int MaxPassageLength = 300;

    internal static PassagesResponse FromSentences(IReadOnlyList<string> sentences) =>
        new(sentences.Count,
            [.. sentences.Take(MaxPassages).Select(
                sentence => sentence.Length <= MaxPassageLength ? sentence : sentence[..(MaxPassageLength - 1)] + "…")]);
}
