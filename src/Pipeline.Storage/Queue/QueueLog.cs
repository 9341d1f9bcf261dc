using Microsoft.Extensions.Logging;

namespace Pipeline.Storage.Queue;

/// <summary>What the drain of the poison queues says to an operator.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(40, LogLevel.Warning, "Message {MessageId} of {Queue} was not written by this pipeline; it stays there")]
    public static partial void ForeignMessage(this ILogger log, Exception fault, string messageId, string queue);

    [LoggerMessage(41, LogLevel.Error, "Message {MessageId} of {Queue} failed again; its fate is failed")]
    public static partial void FailedAgain(this ILogger log, Exception fault, string messageId, string queue);

    [LoggerMessage(42, LogLevel.Information, "Message {MessageId} of {Queue} succeeded when it was tried once more")]
    public static partial void Recovered(this ILogger log, string messageId, string queue);
}
