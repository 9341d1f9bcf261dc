using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Pipeline.Benchmarks.Commits;

/// <summary>
/// Passes bytes on to the table service of an emulator, each part of a request as much later as it is told to: what the way to a
/// storage account adds, without reading requests, which would cost the processor more than the store does.
/// </summary>
internal sealed class LatencyProxy : IDisposable
{
    private const string Key = "TableEndpoint=";
    private const int BufferBytes = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri target;
    private readonly TimeSpan latency;

    public LatencyProxy(string connection, TimeSpan latency)
    {
        this.latency = latency;
        target = new Uri(connection.Split(';').First(part => part.StartsWith(Key, StringComparison.Ordinal))[Key.Length..]);
        listener.Start();
        ConnectionString = connection.Replace(target.Authority, $"{listener.LocalEndpoint}", StringComparison.Ordinal);
        _ = AcceptAsync(stopping.Token);
    }

    /// <summary>The emulator's connection string, with this proxy's address for tables.</summary>
    public string ConnectionString { get; }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            _ = RelayAsync(await listener.AcceptTcpClientAsync(cancellationToken), cancellationToken);
    }

    private async Task RelayAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            await server.ConnectAsync(target.Host, target.Port, cancellationToken);
            await Task.WhenAny(
                DelayAsync(client.GetStream(), server.GetStream(), cancellationToken),
                server.GetStream().CopyToAsync(client.GetStream(), cancellationToken));
        }
    }

    // Read on while an earlier part waits, or a request in several parts would wait several times.
    private async Task DelayAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var parts = Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var writing = WriteAsync(parts.Reader, to, cancellationToken);
        var buffer = new byte[BufferBytes];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            await parts.Writer.WriteAsync(
                (buffer[..read], Environment.TickCount64 + (long)latency.TotalMilliseconds), cancellationToken);
        parts.Writer.Complete();
        await writing;
    }

    private static async Task WriteAsync(ChannelReader<(byte[] Bytes, long Due)> parts, Stream to, CancellationToken cancellationToken)
    {
        await foreach (var (bytes, due) in parts.ReadAllAsync(cancellationToken))
        {
            if (due - Environment.TickCount64 is > 0 and var wait)
                await Task.Delay((int)wait, cancellationToken);
            await to.WriteAsync(bytes, cancellationToken);
        }
    }
}
