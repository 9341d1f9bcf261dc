namespace Pipeline.Http.Answers;

/// <summary>A page of a list. <paramref name="Next"/> is the cursor of the page after it; absent on the last one.</summary>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? Next);
