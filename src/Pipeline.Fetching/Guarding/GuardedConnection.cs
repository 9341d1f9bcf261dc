using System.Net;
using System.Net.Sockets;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Fetching.Guarding;

/// <summary>
/// Connects to addresses that may be asked and to no others. It looks at what a name resolved to and connects to just that, so that a
/// name cannot be one thing to the check and another to the connection (DNS rebinding).
/// </summary>
public sealed class GuardedConnection(AddressRule rule, ResolveHost resolve)
{
    /// <summary>Says of a request that the list itself names a loopback address.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsListedLoopback = new("Pipeline.IsListedLoopback");

    /// <summary>A connection to the first address that answers.</summary>
    /// <exception cref="RefusedAddressException">No address of the host may be asked.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isLoopback = context.InitialRequestMessage.Options.TryGetValue(IsListedLoopback, out var isListed) && isListed
            && AddressRule.IsLoopback(context.InitialRequestMessage.RequestUri!);
        if (!rule.AllowsPort(port, isLoopback))
            throw new RefusedAddressException($"port {port} is not among those that the settings allow");
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var allowed = found.Where(address => rule.Allows(address, isLoopback)).ToArray();
        if (found.Length > 0 && allowed.Length == 0)
            throw new RefusedAddressException($"{host} is no public address, and the settings do not allow it");
        return await ConnectAsync(allowed, port, cancellationToken);
    }

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
