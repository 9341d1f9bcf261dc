using Microsoft.Extensions.Logging;

namespace Pipeline.Storage.Queue;

/// <summary>What the drain of the poison queues says to an operator.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(
        40, LogLevel.Warning,
        "Message {MessageId} of {Queue} was not written by this pipeline; it is kept as the blob {Blob} of the overflow container")]
    public static partial void ForeignMessage(this ILogger log, Exception fault, string messageId, string queue, string blob);

    [LoggerMessage(41, LogLevel.Error, "Message {MessageId} of {Queue} failed again; its fate is failed")]
    public static partial void FailedAgain(this ILogger log, Exception fault, string messageId, string queue);

    [LoggerMessage(43, LogLevel.Warning, "Message {MessageId} of {Queue} failed again, at try {Try}; it is tried once more in {Pause}")]
    public static partial void TriedAgainLater(
        this ILogger log, Exception fault, string messageId, string queue, long @try, TimeSpan pause);

    [LoggerMessage(42, LogLevel.Information, "Message {MessageId} of {Queue} succeeded when it was tried once more")]
    public static partial void Recovered(this ILogger log, string messageId, string queue);

    [LoggerMessage(
        44, LogLevel.Warning,
        "Entry {Index} of {Path} version {Version} failed beside others of its message; it is tried again in one of its own")]
    public static partial void SplitOff(this ILogger log, Exception? fault, int index, string path, string version);
}
