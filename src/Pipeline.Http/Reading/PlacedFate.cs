using Pipeline.Articles;
using Pipeline.Ledger;

namespace Pipeline.Http.Reading;

/// <summary>A fate with where its article stands now; <c>null</c> where it is gone or was not looked up.</summary>
internal sealed record PlacedFate(EntryFate Fate, ArticleSummary? Now);
