using System.Text.Json.Nodes;

namespace Pipeline.Http.Articles;

/// <summary>How far the search index has come.</summary>
/// <param name="Sequence">The line of the log up to which it has come.</param>
/// <param name="Head">The last line of the log.</param>
public sealed record SearchProgress(long Sequence, long Head);

/// <summary>What only a search says of an article.</summary>
/// <param name="Passage">The sentence that matches best; missing where none does, as where only the headline matches.</param>
public sealed record SearchMatch(string? Passage);

/// <summary>A page of what was found.</summary>
internal sealed record SearchPage(IReadOnlyList<JsonObject> Items, string? Next, SearchProgress Search);
