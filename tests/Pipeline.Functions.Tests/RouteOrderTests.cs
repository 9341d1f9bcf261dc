using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Tests;

/// <summary>
/// The host sorts functions by name (FunctionMetadataManager) and takes the first route that fits (WebJobsRouteBuilder), whereas
/// ASP.NET Core in Local takes the nearest: whoever calls must meet the same route in both.
/// </summary>
public sealed partial class RouteOrderTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();

    public static TheoryData<string> Routes => TriggerTests.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_host_finds_each_route_by_its_path(string name)
    {
        var route = TriggerTests.Mapped.Single(route => route.Name == name);
        foreach (var method in route.Methods)
            Assert.Equal(name, await FoundAsync(method, Filled(route.Path)));
    }

    [Theory]
    [InlineData("GET", "/api/files", nameof(RouteTemplates.ListFiles))]
    [InlineData("GET", "/api/files/daily/2026/feeds.zip!/first.xml", nameof(RouteTemplates.GetFile))]
    [InlineData("POST", "/api/files/daily/feeds.zip/replay", nameof(RouteTemplates.ReplayFile))]
    [InlineData("GET", "/api/articles/short", nameof(RouteTemplates.GetArticle))]
    [InlineData("OPTIONS", "/api/articles", nameof(RouteTemplates.Unknown))]
    [InlineData("POST", "/api/articles", nameof(RouteTemplates.Unknown))]
    [InlineData("GET", "/admin/host/status", null)]
    public async Task The_host_finds_the_route_that_is_meant(string method, string path, string? name) =>
        Assert.Equal(name, await FoundAsync(method, path));

    private static async Task<string?> FoundAsync(string method, string path)
    {
        string? found = null;
        var resolver = Services.GetRequiredService<IInlineConstraintResolver>();
        var host = new RouteCollection();
        foreach (var route in TriggerTests.Mapped.OrderBy(route => route.Name, StringComparer.OrdinalIgnoreCase))
        {
            var methods = TriggerTests.MethodsOf(route).ToArray();
            var constraints = new RouteValueDictionary(
                methods.Length == 0 ? null : new { httpMethod = new HttpMethodRouteConstraint(methods) });
            host.Add(new Route(new Microsoft.AspNetCore.Routing.RouteHandler(
                _ => Found(route.Name)), route.Name, route.Template, [], constraints!, [], resolver));
        }
        var context = new RouteContext(new DefaultHttpContext { RequestServices = Services, Request = { Method = method, Path = path } });
        await host.RouteAsync(context);
        await (context.Handler?.Invoke(context.HttpContext) ?? Task.CompletedTask);
        return found;

        Task Found(string name)
        {
            found = name;
            return Task.CompletedTask;
        }
    }

    private static string Filled(string path) => Parameter().Replace(path, "aaaaaaaaaaaaaaaaaaaaaaaaaa");

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
