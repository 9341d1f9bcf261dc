using Pipeline.Articles;
using Pipeline.Deduplication;

namespace Pipeline.Ingestion;

/// <summary>
/// Finds the articles that carry the same text. It makes the article findable first and looks second: of two copies that
/// arrive at the same moment, at least one sees the other.
/// </summary>
internal sealed class Matcher(IClaimStore claims, IBandStore bands, IngestionSettings settings)
{
    // Below this many characters a text is a phrase that many articles share ("Read more"), so the title has to agree as well.
    private const int PhraseLength = 200;

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
        if (FingerprintOf(earlier) is { } fingerprint)
            await bands.RemoveAsync(earlier.Id, fingerprint, earlier.ListedAt, cancellationToken);
    }

    private static Fingerprint? FingerprintOf(Article article) => Fingerprint.Of(article.Title, article.Text, article.Language);

    private async Task<MatchedArticle?> ExactAsync(Article article, CancellationToken cancellationToken)
    {
        var text = article.Text.Length < PhraseLength ? $"{article.Title}\n{article.Text}" : article.Text;
        var outcome = await claims.ClaimAsync(ClaimKey.Text(text), new Claim(article.Id, null, article.Origin), cancellationToken);
        var holder = outcome.Claim.ArticleId;
        return holder == article.Id ? null : new MatchedArticle(holder, new Match(MatchRule.ExactText, 1, 1));
    }

    private async Task<IEnumerable<MatchedArticle>> NearAsync(Article article, CancellationToken cancellationToken)
    {
        if (FingerprintOf(article) is not { } fingerprint)
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
