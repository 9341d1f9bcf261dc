using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Pipeline.Http.Problems;

/// <summary>Every problem that the endpoint can answer with.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType BadParameter = new("bad-parameter", Status400BadRequest, "A parameter cannot be read");
    public static readonly ProblemType UnknownParameter = new("unknown-parameter", Status400BadRequest, "The route has no such parameter");
    public static readonly ProblemType BadBody = new("bad-body", Status400BadRequest, "The body cannot be read");
    public static readonly ProblemType BodyTooLarge = new("body-too-large", Status413PayloadTooLarge, "The body is too large");
    public static readonly ProblemType ForgedCursor = new("forged-cursor", Status400BadRequest, "The cursor was not made here");
    public static readonly ProblemType ForeignCursor = new("foreign-cursor", Status400BadRequest, "The cursor belongs to another request");
    public static readonly ProblemType ChangedFilter = new(
        "changed-filter", Status400BadRequest, "The cursor belongs to other filters");
    public static readonly ProblemType ForeignHost = new("foreign-host", Status400BadRequest, "This host is not served here");
    public static readonly ProblemType KeyMissing = new("key-missing", Status401Unauthorized, "A key is needed");
    public static readonly ProblemType KeyTooWeak = new("key-too-weak", Status403Forbidden, "The key does not allow this");
    public static readonly ProblemType ForeignOrigin = new("foreign-origin", Status403Forbidden, "Another site may not change state here");
    public static readonly ProblemType NotFound = new("not-found", Status404NotFound, "There is no such thing here");
    public static readonly ProblemType WrongMethod = new(
        "wrong-method", Status405MethodNotAllowed, "The route does not have this method");
    public static readonly ProblemType Conflict = new("conflict", Status409Conflict, "The change does not fit what is there");
    public static readonly ProblemType StaleCursor = new("stale-cursor", Status410Gone, "The cursor is too old");
    public static readonly ProblemType FeedNotFollowed = new("feed-not-followed", Status410Gone, "The feed is not followed any more");
    public static readonly ProblemType TooManyRequests = new(
        "too-many-requests", Status429TooManyRequests, "Too many requests for one key");
    public static readonly ProblemType Fault = new("fault", Status500InternalServerError, "Something broke here");
    public static readonly ProblemType StoreUnreachable = new(
        "store-unreachable", Status503ServiceUnavailable, "The store does not answer");
}
