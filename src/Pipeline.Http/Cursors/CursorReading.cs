using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Cursors;

/// <summary>What a cursor that came back says: a position, or the problem to answer with.</summary>
internal sealed record CursorReading(string? Position, ProblemType? Problem)
{
    /// <summary>The answer for a cursor without a position.</summary>
    public IResult? Refuse(string parameter) =>
        Problem is null ? null
        : Problem == ProblemTypes.ForgedCursor ? Problem.WithDetail(
            $"Hand `{parameter}` back exactly as it came, or leave it out to begin again.", parameter)
        : Problem == ProblemTypes.ChangedFilter ? Problem.WithDetail(
            $"The filters differ from those that this `{parameter}` came with. Ask with the same ones, or without it to begin again.",
            parameter)
        : Problem == ProblemTypes.ForeignCursor
            ? Problem.WithDetail($"This `{parameter}` came from another route; hand it back there.", parameter)
            : StaleCursor.WithReason("It is from another version of this endpoint.");
}
