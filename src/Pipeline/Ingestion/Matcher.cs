using Pipeline.Articles;
using Pipeline.Deduplication;

namespace Pipeline.Ingestion;

/// <summary>
/// Finds the articles that carry the same text. It makes the article findable first and looks second: of two copies that
/// arrive at the same moment, at least one sees the other.
/// </summary>
internal sealed class Matcher(IClaimStore claims, IBandStore bands, IngestionSettings settings)
{
    /// <summary>The matches, best first; none where the source is not deduplicated or there is no text.</summary>
    public async Task<IReadOnlyList<MatchedArticle>> FindAsync(Article article, CancellationToken cancellationToken)
    {
        if (article.Text.Length == 0 || settings.PolicyOf(article.Source) == SourcePolicy.NoDedup)
            return [];
        var exact = ExactAsync(article, cancellationToken);
        var near = NearAsync(article, cancellationToken);
        var found = new[] { await exact }.OfType<MatchedArticle>().Concat(await near);
        return [.. found.DistinctBy(match => match.ArticleId)];
    }

    /// <summary>Takes back what made an earlier text of the article findable.</summary>
    public async Task ForgetAsync(Article earlier, CancellationToken cancellationToken)
    {
        if (Fingerprint.Of(earlier.Text) is { } fingerprint)
            await bands.RemoveAsync(earlier.Id, fingerprint, earlier.ListedAt, cancellationToken);
    }

    private async Task<MatchedArticle?> ExactAsync(Article article, CancellationToken cancellationToken)
    {
        if (ClaimKey.Text(article) is not { } key)
            return null;
        var outcome = await claims.ClaimAsync(key, new Claim(article.Id, null, article.Origin), cancellationToken);
        var holder = outcome.Claim.ArticleId;
        return holder == article.Id ? null : new MatchedArticle(holder, new Match(MatchRule.ExactText, 1, 1));
    }

    private async Task<IEnumerable<MatchedArticle>> NearAsync(Article article, CancellationToken cancellationToken)
    {
        if (Fingerprint.Of(article.Text) is not { } fingerprint)
            return [];
        await bands.WriteAsync(article.Id, fingerprint, article.ListedAt, cancellationToken);
        var candidates = await bands.CandidatesAsync(fingerprint, article.ListedAt, settings.LookBack, cancellationToken);
        return candidates
            .Where(candidate => candidate.ArticleId != article.Id)
            .Select(candidate => (candidate.ArticleId, Match: SketchComparison.Compare(fingerprint.Sketch.Span, candidate.Sketch.Span)))
            .Where(found => found.Match is not null)
            .OrderByDescending(found => found.Match!.Containment)
            .Select(found => new MatchedArticle(found.ArticleId, found.Match!));
    }
}
