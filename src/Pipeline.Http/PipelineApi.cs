using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Routing;

namespace Pipeline.Http;

/// <summary>
/// The endpoint behind every host: compression, CORS, limits, access and parameters, then the route's handler. A trigger
/// of the Functions app returns <see cref="Answer"/>; Local maps the same through <c>MapPipelineApi</c>.
/// </summary>
public sealed class PipelineApi
{
    private readonly RequestDelegate pipeline;
    private readonly Dictionary<string, PipelineRoute> routes;

    public PipelineApi(IServiceProvider services)
    {
        routes = PipelineRoutes.All.Append(PipelineRoutes.Unknown).ToDictionary(route => route.Name, StringComparer.Ordinal);
        pipeline = Build(services);
    }

    /// <summary>The answer of the route with this name, given when the host executes it.</summary>
    public IResult Answer(string routeName) => new RouteAnswer(routes[routeName], pipeline);

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseResponseCompression();
        app.UseCors();
        app.UseRateLimiter();
        app.Run(services.GetRequiredService<RouteRunner>().RunAsync);
        return app.Build();
    }

    private sealed class RouteAnswer(PipelineRoute route, RequestDelegate pipeline) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Features.Set(route);
            return pipeline(httpContext);
        }
    }
}
