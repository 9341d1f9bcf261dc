using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Http;

/// <summary>Maps the endpoint's routes where the host is ASP.NET Core itself.</summary>
public static class EndpointExtensions
{
    /// <summary>Maps every route of <see cref="PipelineRoutes"/>, and answers anything else below <c>/api</c> with a problem.</summary>
    public static void MapPipelineApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.ServiceProvider.GetRequiredService<PipelineApi>();
        foreach (var route in PipelineRoutes.All)
            endpoints.MapMethods(route.Template, route.Methods, () => api.Answer(route.Name)).WithName(route.Name);
        endpoints.MapFallback(PipelineRoutes.Unknown.Template, () => api.Answer(PipelineRoutes.Unknown.Name));
    }
}
