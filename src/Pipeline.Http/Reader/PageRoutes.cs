using Pipeline.Http.Health;
using Pipeline.Http.OpenApi;
using Pipeline.Http.Routing;
using Pipeline.Maintenance;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Reader;

/// <summary>What anyone may read: the reader page, health, and this description.</summary>
internal static class PageRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<ReaderHandlers>(nameof(RouteTemplates.Reader), RouteTemplates.Reader, handlers => handlers.GetPageAsync) with
        {
            Access = Access.Anyone,
            Tag = "Reader",
            Path = "/",
            Summary = "The reader page.",
            Answer = new("The page.", "text/html"),
        },
        Get<ReaderHandlers>(nameof(RouteTemplates.ReaderFile), RouteTemplates.ReaderFile, handlers => handlers.GetFileAsync) with
        {
            Access = Access.Anyone,
            Tag = "Reader",
            Summary = "What the reader page is made of.",
            Answer = new("The file.", "*/*"),
            Problems = [NotFound],
        },
        Get<HealthHandlers>(nameof(RouteTemplates.Health), RouteTemplates.Health, handlers => handlers.GetAsync) with
        {
            Access = Access.Anyone,
            Summary = "Whether the endpoint can serve, and to an admin whether lists, clusters, claims, bands and ledger agree.",
            Parameters = [Parameters.Deep, Parameters.Limit],
            Answer = Json<HealthResponse>("It can."),
            Problems = [KeyMissing, KeyTooWeak],
        },
        Post<HealthHandlers>(nameof(RouteTemplates.Repair), RouteTemplates.Repair, handlers => handlers.RepairAsync) with
        {
            Summary = "Looks for what differs in the store, and mends it.",
            Parameters = [Parameters.Limit],
            Answer = Json<StoreReport>("What differed and was mended."),
        },
        Get<OpenApiHandlers>(nameof(RouteTemplates.OpenApi), RouteTemplates.OpenApi, handlers => handlers.GetAsync) with
        {
            Access = Access.Anyone,
            Summary = "What this endpoint is, as OpenAPI 3.1.",
            Answer = new("The description."),
        },
    ];
}
