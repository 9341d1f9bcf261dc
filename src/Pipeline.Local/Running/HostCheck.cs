using System.Net;
using Pipeline.Http.Problems;

namespace Pipeline.Local.Running;

/// <summary>
/// Answers loopback names alone while every address that is served is one of loopback: a page whose own name was made to point here
/// (DNS rebinding) would otherwise read and post as if it were this endpoint's own.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, RunOptions options)
{
    private readonly bool isLoopback = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(url => IsLoopback(BindingAddress.Parse(url).Host));

    public Task InvokeAsync(HttpContext context) => !isLoopback || IsLoopback(context.Request.Host.Host)
        ? next(context)
        : ProblemTypes.ForeignHost
            .WithDetail("Only loopback is served. Call it 127.0.0.1 or localhost, or serve another address with --urls.").ExecuteAsync(
                context);

    // A name below localhost is loopback too (RFC 6761, 6.3).
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
