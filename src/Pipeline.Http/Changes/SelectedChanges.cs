using System.Text.Json.Nodes;
using Pipeline.Articles;

namespace Pipeline.Http.Changes;

/// <summary>What a poll answers that asked for some fields only; see <see cref="ChangesResponse"/>.</summary>
internal sealed record SelectedChanges(IReadOnlyList<SelectedChange> Changes, string Next, bool More);

/// <summary>A line of the log with the fields of the article that were asked for.</summary>
internal sealed record SelectedChange(long Sequence, ChangeKind Kind, DateTimeOffset At, JsonObject Article);
