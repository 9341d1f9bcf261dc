using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Cursors;

/// <summary>The answer to a cursor whose place is gone, with what to do.</summary>
internal static class StaleCursor
{
    public static IResult WithReason(string reason) => ProblemTypes.StaleCursor.WithDetail(
        $"{reason} Take the cursor of GET /api/changes?since=latest, read GET /api/articles for what is there, "
            + "then poll from that cursor.");
}
