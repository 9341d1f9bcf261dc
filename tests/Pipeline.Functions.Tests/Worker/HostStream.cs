using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Pipeline.Functions.Tests.Worker.Messages;

namespace Pipeline.Functions.Tests.Worker;

/// <summary>The host's end of the one stream to its worker.</summary>
internal sealed class HostStream : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> sent = Channel.CreateUnbounded<StreamingMessage>();
    private readonly Channel<StreamingMessage> received = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Outcome>> invocations = new();

    /// <summary>Sends a question and waits for the answer that <paramref name="pick"/> knows.</summary>
    public async Task<T> AskAsync<T>(StreamingMessage question, Func<StreamingMessage, T?> pick, CancellationToken cancellationToken)
        where T : class
    {
        await sent.Writer.WriteAsync(question, cancellationToken);
        return await AwaitAsync(pick, cancellationToken);
    }

    public async Task<T> AwaitAsync<T>(Func<StreamingMessage, T?> pick, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var message in received.Reader.ReadAllAsync(cancellationToken))
        {
            if (pick(message) is { } answer)
                return answer;
        }

        throw new InvalidOperationException("The worker closed its stream.");
    }

    public async Task<Outcome> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        var outcome = invocations[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await sent.Writer.WriteAsync(new StreamingMessage { InvocationRequest = request }, cancellationToken);
        return await outcome.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Tells the worker that the host stops; what <see cref="InvokeAsync"/> awaits still has its answer.</summary>
    public ValueTask CancelAsync(string invocationId, CancellationToken cancellationToken) =>
        sent.Writer.WriteAsync(
            new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } }, cancellationToken);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        _ = SendAsync(responseStream, context.CancellationToken);
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (message.InvocationResponse is { } response && invocations.TryRemove(response.InvocationId, out var outcome))
                outcome.SetResult(response.Result);
            else
                received.Writer.TryWrite(message);
        }
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        await foreach (var message in sent.Reader.ReadAllAsync(cancellationToken))
            await stream.WriteAsync(message, cancellationToken);
    }
}
