using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Webhooks;

/// <summary>What narrows the changes of a webhook: the query of a poll, which is read and refused as one.</summary>
internal static class WebhookFilter
{
    // Filters of a poll that are longer are refused one by one, and no address has more.
    private const int MaxLength = 4_000;

    private static readonly PipelineRoute Poll = new(
        nameof(RouteTemplates.ListChanges), HttpMethods.Get, RouteTemplates.ListChanges, Access.Reader,
        _ => throw new NotSupportedException("Only its parameters are read."))
    {
        Parameters = [.. Parameters.Filters, Parameters.Fields],
    };

    /// <summary>The problem of a filter that cannot be read, or <c>null</c>.</summary>
    public static IResult? Refuse(string filter)
    {
        if (filter.Length > MaxLength)
            return ProblemTypes.BadBody.WithDetail($"`filter` may have {MaxLength} characters.");
        var request = CreateRequest(filter);
        return request.Query.Keys.FirstOrDefault(ParameterCheck.IsKey) is { } key
            ? ProblemTypes.BadBody.WithDetail($"`filter` has a key, `{key}`; a webhook needs none.")
            : ParameterCheck.Refuse(Poll, request);
    }

    /// <summary>A request of a poll with this filter, as parameters are read from one.</summary>
    public static HttpRequest CreateRequest(string filter) =>
        new DefaultHttpContext { Request = { QueryString = new QueryString(filter.Length > 0 ? "?" + filter : "") } }.Request;
}
