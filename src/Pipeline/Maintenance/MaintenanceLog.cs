using Microsoft.Extensions.Logging;

namespace Pipeline.Maintenance;

/// <summary>What the timers say to an operator.</summary>
internal static partial class MaintenanceLog
{
    [LoggerMessage(20, LogLevel.Information, "The sweep settled {Settled} files; {Overdue} are overdue and are parsed again")]
    public static partial void Settled(this ILogger log, int settled, int overdue);

    [LoggerMessage(21, LogLevel.Information, "{Path} was missed by its event; the sweep parses it")]
    public static partial void FileMissed(this ILogger log, string path);

    [LoggerMessage(22, LogLevel.Error, "{Path} could not be parsed by the sweep; its fate is failed")]
    public static partial void SweepFailed(this ILogger log, Exception fault, string path);

    [LoggerMessage(23, LogLevel.Information, "The embargo of article {ArticleId} ended at {Until:u}; it is published")]
    public static partial void EmbargoReleased(this ILogger log, string articleId, DateTimeOffset until);

    [LoggerMessage(24, LogLevel.Information, "Retention deleted {Articles} articles; it is complete: {Complete}")]
    public static partial void Expired(this ILogger log, int articles, bool complete);

    [LoggerMessage(25, LogLevel.Information, "{Articles} articles were signed anew, up to line {Sequence} of the log; done: {Done}")]
    public static partial void Signed(this ILogger log, int articles, long sequence, bool done);

    [LoggerMessage(26, LogLevel.Information, "{Path} {Version} is replayed")]
    public static partial void Replayed(this ILogger log, string path, string version);

    [LoggerMessage(27, LogLevel.Warning, "{Kind} of {Id} is mended: {Detail}")]
    public static partial void Repaired(this ILogger log, StoreDifferenceKind kind, string id, string detail);
}
