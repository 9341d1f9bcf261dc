using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Http.Routing;

/// <summary>Writes lines of the table of routes.</summary>
internal static class RouteTo
{
    /// <summary>A route that reads.</summary>
    public static PipelineRoute Get<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Get, template, Access.Reader, services => handler(services.GetRequiredService<T>()));

    /// <summary>A route that changes state.</summary>
    public static PipelineRoute Post<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Post, template, Access.Admin, services => handler(services.GetRequiredService<T>()));

    /// <summary>A route that replaces.</summary>
    public static PipelineRoute Put<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Put, template, Access.Admin, services => handler(services.GetRequiredService<T>()));

    /// <summary>A route that changes a part.</summary>
    public static PipelineRoute Patch<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Patch, template, Access.Admin, services => handler(services.GetRequiredService<T>()));

    /// <summary>A route that deletes.</summary>
    public static PipelineRoute Delete<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Delete, template, Access.Admin, services => handler(services.GetRequiredService<T>()));

    /// <summary>An answer in JSON.</summary>
    public static Answer Json<T>(string description) => new(description) { Body = typeof(T) };
}
