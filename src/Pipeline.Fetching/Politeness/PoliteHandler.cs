namespace Pipeline.Fetching.Politeness;

/// <summary>Makes each request wait for its host's turn.</summary>
internal sealed class PoliteHandler(HostGates gates) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(request.RequestUri!.Authority, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
