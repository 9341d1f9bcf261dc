using Microsoft.AspNetCore.Http;

namespace Pipeline.Http.Problems;

/// <summary>One kind of error (RFC 9457). Its <see cref="Uri"/> never changes, so that a client can switch on it.</summary>
/// <param name="Slug">The last part of the URI.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Title">The same short sentence every time.</param>
public sealed record ProblemType(string Slug, int Status, string Title)
{
    public string Uri => $"urn:pipeline:problem:{Slug}";

    /// <param name="detail">What is wrong this time, and what to do about it.</param>
    public IResult WithDetail(string detail) => TypedResults.Problem(detail, null, Status, Title, Uri);

    /// <summary>The same, naming the query or path parameter that is to blame.</summary>
    public IResult WithDetail(string detail, string parameter) =>
        TypedResults.Problem(detail, null, Status, Title, Uri, [new("parameter", parameter)]);
}
