using Pipeline.Articles;

namespace Pipeline.Ledger;

/// <summary>A fate with what a person wants to know of it.</summary>
/// <param name="Origin">Which entry.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why, in words; <c>null</c> where the fate says it all.</param>
/// <param name="ArticleId">The article it became or belongs to.</param>
/// <param name="Title">What a person would call the entry.</param>
public sealed record EntryFate(EntryOrigin Origin, Fate Fate, string? Reason, string? ArticleId, string? Title)
{
    /// <summary>Whether its publisher forbade publication when the fate was recorded: its headline is not for readers.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The hash of the entry, where it is an article that stands; <c>null</c> for any other fate. The next version of the file may
    /// have it again.</summary>
    public string? EntryHash { get; init; }

    /// <summary>A moment before it was compared with what is stored.</summary>
    public DateTimeOffset? ComparedAt { get; init; }
}
