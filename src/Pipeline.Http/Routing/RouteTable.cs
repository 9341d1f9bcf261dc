namespace Pipeline.Http.Routing;

/// <summary>The routes that the endpoint serves, for what describes them.</summary>
public sealed record RouteTable(IReadOnlyList<PipelineRoute> Routes);
