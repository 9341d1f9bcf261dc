using Pipeline.Articles;

namespace Pipeline.Http.Changes;

/// <summary>What a poll answers.</summary>
/// <param name="Changes">In order of commitment.</param>
/// <param name="Next">The cursor to poll with next; the same one where nothing is new.</param>
/// <param name="More">True where the log goes on: poll again at once.</param>
public sealed record ChangesResponse(IReadOnlyList<ArticleChange> Changes, string Next, bool More);
