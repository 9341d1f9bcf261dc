using Microsoft.AspNetCore.Http;

namespace Pipeline.Http.Routing;

/// <summary>Reads what a route's template takes from the path, and who looks.</summary>
internal static class RequestExtensions
{
    /// <summary>The <c>{id}</c> of the route; only routes that have one may ask.</summary>
    public static string GetId(this HttpRequest request) => (string)request.RouteValues["id"]!;

    /// <summary>The <c>{token}</c> of the route; <c>null</c> where it has none.</summary>
    public static string? FindToken(this HttpRequest request) => request.RouteValues["token"] as string;

    /// <summary>Who looks, as the route's check of keys found it; a reader where nothing was checked.</summary>
    public static Viewer GetViewer(this HttpRequest request) =>
        request.HttpContext.Items[typeof(Viewer)] is Viewer viewer ? viewer : Viewer.Reader;

    public static void SetViewer(this HttpRequest request, Viewer viewer) => request.HttpContext.Items[typeof(Viewer)] = viewer;
}
