using Microsoft.AspNetCore.Http;

namespace Pipeline.Http.Routing;

/// <summary>Reads what a route's template takes from the path.</summary>
internal static class RequestExtensions
{
    /// <summary>The <c>{id}</c> of the route; only routes that have one may ask.</summary>
    public static string GetId(this HttpRequest request) => (string)request.RouteValues["id"]!;
}
