using Pipeline.Articles;
using Pipeline.Ledger;

namespace Pipeline.Http.Files;

/// <summary>What became of an entry when it came, and where its article stands now.</summary>
/// <param name="Origin">Which entry.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why, in words; <c>null</c> where the fate says it all.</param>
/// <param name="ArticleId">The article it became or belongs to.</param>
/// <param name="Title">What a person would call the entry.</param>
/// <param name="Now">Where the article stands now; <c>null</c> where it is gone or there is none, and behind the first 500 articles of a
/// file.</param>
public sealed record EntryResponse(EntryOrigin Origin, Fate Fate, string? Reason, string? ArticleId, string? Title, StandingResponse? Now)
{
    public static EntryResponse FromFate(EntryFate fate, ArticleSummary? now) => new(
        fate.Origin, fate.Fate, fate.Reason, fate.ArticleId, fate.Title,
        now is null ? null : new StandingResponse(now.State, now.ClusterId));

    /// <summary>The same entry where its article stands so now.</summary>
    public EntryResponse At(ArticleSummary now) => this with { Now = new StandingResponse(now.State, now.ClusterId) };
}

/// <summary>Where an article stands: a later copy, an earlier one, an editor's split or merge and a withdrawal change it.</summary>
/// <param name="State">Whether lists show it, or show another article for it, or not any more.</param>
/// <param name="ClusterId">Its cluster.</param>
public sealed record StandingResponse(ArticleState State, string ClusterId);
