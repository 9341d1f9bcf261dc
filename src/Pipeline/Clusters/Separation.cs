using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>What a look at several articles at once says of their clusters: texts that came alone may have been taken for one story, until
/// others showed that all they share is printed under every story.</summary>
/// <param name="Apart">Articles that are two stories.</param>
/// <param name="Together">Articles that were compared as well, and carry one text.</param>
public sealed record Separation(IReadOnlyList<ArticlePair> Apart, IReadOnlyList<ArticlePair> Together)
{
    public static Separation None { get; } = new([], []);
}

/// <summary>Two articles that were compared, and why they carry one text; <c>null</c> where they do not.</summary>
public sealed record ArticlePair(string One, string Other, Match? Match)
{
    public bool Has(string articleId) => One == articleId || Other == articleId;

    /// <summary>The one of the two that is not this one.</summary>
    public string OtherThan(string articleId) => One == articleId ? Other : One;
}
