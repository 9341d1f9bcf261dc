using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion.Identity;
using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>
/// Finds the articles that carry the same text. It makes the article findable first and looks second: of two copies that
/// arrive at the same moment, at least one sees the other.
/// </summary>
public sealed class Matcher(IClaimStore claims, IBandStore bands, SourcePolicies policies, IngestionSettings settings)
{
    /// <summary>The matches, best first; none where the source is not deduplicated or there is no text.</summary>
    public async Task<IReadOnlyList<MatchedArticle>> FindAsync(Article article, CancellationToken cancellationToken)
    {
        if (article.Text.Length == 0 || policies.Find(article.Source) == SourcePolicy.NoDedup)
            return [];
        return Fingerprint.FromText(article.Text, article.Source, article.Published) is { } fingerprint
            ? await FindNearAsync(article, fingerprint, cancellationToken)
            : await FindExactAsync(article, cancellationToken);
    }

    /// <summary>Takes back what made an earlier text of the article findable, except what makes <paramref name="next"/> so too.</summary>
    public async Task ForgetAsync(Article earlier, Article? next, CancellationToken cancellationToken)
    {
        if (Fingerprint.FromText(earlier.Text) is { } before)
        {
            // A correction changes a phrase or two; the bands that it leaves are written over.
            var kept = next is null ? null : Fingerprint.FromText(next.Text)?.Bands;
            await bands.RemoveAsync(
                earlier.Id, before with { Bands = [.. before.Bands.Except(kept ?? [])] }, earlier.FirstSeen, cancellationToken);
        }
        else if (ClaimKey.Text(earlier) is { } key && (next is null || ClaimKey.Text(next) != key))
        {
            await claims.RemoveAsync(key, earlier.Id, cancellationToken);
        }
    }

    // A text too short for a fingerprint is matched only exactly; equal long texts share every band.
    private async Task<IReadOnlyList<MatchedArticle>> FindExactAsync(Article article, CancellationToken cancellationToken)
    {
        if (ClaimKey.Text(article) is not { } key)
            return [];
        var outcome = await claims.ClaimAsync(key, new Claim(article.Id, null, article.Origin), cancellationToken);
        var holder = outcome.Claim.ArticleId;
        return holder == article.Id ? [] : [new MatchedArticle(holder, new Match(MatchRule.ExactText, 1, 1))];
    }

    private async Task<IReadOnlyList<MatchedArticle>> FindNearAsync(
        Article article, Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var candidates = await bands.ShareAsync(article.Id, fingerprint, article.FirstSeen, settings.LookBack, cancellationToken);
        return [.. candidates
            .Where(candidate => candidate.ArticleId != article.Id)
            .Select(candidate => (candidate.ArticleId, Match: SketchComparison.Compare(fingerprint.Sketch.Span, candidate.Sketch.Span)))
            .Where(found => found.Match is not null)
            .OrderByDescending(found => found.Match!.Containment)
            .Select(found => new MatchedArticle(found.ArticleId, found.Match!))];
    }
}
