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
    public async Task<FoundMatches> FindAsync(Article article, CancellationToken cancellationToken)
    {
        if (article.Text.Length == 0 || policies.Find(article.Source) == SourcePolicy.NoDedup)
            return FoundMatches.None;
        return Sign(article) is { } fingerprint
            ? await FindNearAsync(article, fingerprint, cancellationToken)
            : new FoundMatches(await FindExactAsync(article, cancellationToken), Separation.None, null);
    }

    /// <summary>What those in one band say now of a match that was found in it.</summary>
    public async Task<Separation> LookAgainAsync(Article article, ulong band, CancellationToken cancellationToken) =>
        Sign(article) is { } fingerprint
            ? (await CompareAsync(article, fingerprint with { Bands = [band] }, cancellationToken)).Separate()
            : Separation.None;

    /// <summary>Takes back what made an earlier text of the article findable, except what makes <paramref name="next"/> so too.</summary>
    public async Task ForgetAsync(Article earlier, Article? next, CancellationToken cancellationToken)
    {
        if (Fingerprint.FromText(MatchedText.FromArticle(earlier)) is { } before)
        {
            // A correction changes a phrase or two; the bands that it leaves are written over.
            var kept = next is null ? null : Fingerprint.FromText(MatchedText.FromArticle(next))?.Bands;
            await bands.RemoveAsync(
                earlier.Id, before with { Bands = [.. before.Bands.Except(kept ?? [])] }, earlier.FirstSeen, cancellationToken);
        }
        else if (ClaimKey.Text(earlier) is { } key && (next is null || ClaimKey.Text(next) != key))
        {
            await claims.RemoveAsync(key, earlier.Id, cancellationToken);
        }
    }

    private static Fingerprint? Sign(Article article) =>
        Fingerprint.FromText(MatchedText.FromArticle(article), article.Source, article.Published);

    // A text too short for a fingerprint is matched only exactly; equal long texts share every band.
    private async Task<IReadOnlyList<MatchedArticle>> FindExactAsync(Article article, CancellationToken cancellationToken)
    {
        if (ClaimKey.Text(article) is not { } key)
            return [];
        var outcome = await claims.ClaimAsync(key, new Claim(article.Id, null, article.Origin), cancellationToken);
        var holder = outcome.Claim.ArticleId;
        return holder == article.Id ? [] : [new MatchedArticle(holder, new Match(MatchRule.ExactText, 1, 1))];
    }

    private async Task<FoundMatches> FindNearAsync(Article article, Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var comparison = await CompareAsync(article, fingerprint, cancellationToken);
        var found = comparison.ListMatches()
            .OrderByDescending(pair => pair.Match.Containment).ThenByDescending(pair => pair.Match.Resemblance)
            .ToList();
        var ofOneStory = KeepOneStory(fingerprint, KeepOneDay([.. found.Select(pair => pair.Candidate)]));
        return new FoundMatches(
            [.. found.Where(pair => ofOneStory.Contains(pair.Candidate)).Select(
                pair => new MatchedArticle(pair.Candidate.ArticleId, pair.Match))],
            comparison.Separate(),
            ofOneStory.FirstOrDefault(comparison.IsUnderOwnTop)?.Band);
    }

    private async Task<CandidateComparison> CompareAsync(Article article, Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        var candidates = await bands.ShareAsync(article.Id, fingerprint, article.FirstSeen, settings.LookBack, cancellationToken);
        return new CandidateComparison(
            new BandCandidate(article.Id, article.FirstSeen, fingerprint.Bands[0], fingerprint.Sketch),
            candidates.Where(candidate => candidate.ArticleId != article.Id));
    }

    // Of a notice that is filled in anew every day it is a copy of one day's alone: of that which it is closest to.
    private static IReadOnlyList<BandCandidate> KeepOneDay(IReadOnlyList<BandCandidate> found) =>
        [.. found.Where(other => other == found[0] || !SketchComparison.AreIssuesOfTwoDays(found[0].Sketch.Span, other.Sketch.Span))];

    // A text of two stories stands with the one that it leads with, and does not bring the two together.
    private static IReadOnlyList<BandCandidate> KeepOneStory(Fingerprint fingerprint, IReadOnlyList<BandCandidate> found)
    {
        if (found.Count < 2)
            return found;
        var leading = found.Where(one => SketchComparison.LeadAlike(fingerprint.Sketch.Span, one.Sketch.Span)).ToList();
        return leading.Count is 0 || leading.Count == found.Count ? found
            : [.. found.Where(other => leading.Exists(
                one => one == other || !SketchComparison.AreForeign(one.Sketch.Span, other.Sketch.Span)))];
    }
}
