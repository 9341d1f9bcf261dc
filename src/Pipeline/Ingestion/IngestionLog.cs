using Microsoft.Extensions.Logging;
using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>What the two stages say to an operator. Each line has the path and version of its file, and the index of its entry.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Path} is gone; nothing is parsed")]
    public static partial void FileGone(this ILogger log, string path);

    [LoggerMessage(2, LogLevel.Debug, "{Path} {Version} came to its end before; nothing is parsed")]
    public static partial void FileUnchanged(this ILogger log, string path, string version);

    [LoggerMessage(3, LogLevel.Information, "{Path} {Version} is {State}: {Format} with {Entries} entries, in {Milliseconds:0} ms")]
    public static partial void FileParsed(
        this ILogger log, string path, string version, FileState state, string? format, int entries, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{Path} {Version} is rejected: {Reason}")]
    public static partial void FileRejected(this ILogger log, string path, string version, string reason);

    [LoggerMessage(5, LogLevel.Error, "{Path} failed for good and can be replayed: {Reason}")]
    public static partial void FileFailed(this ILogger log, string path, string reason);

    [LoggerMessage(
        6, LogLevel.Information, "Entry {Index} of {Path} {Version} is {Fate}: article {ArticleId}, {Reason}, in {Milliseconds:0} ms")]
    public static partial void EntryEnriched(
        this ILogger log, int index, string path, string version, Fate fate, string? articleId, string? reason, double milliseconds);

    [LoggerMessage(7, LogLevel.Error, "Entry {Index} of {Path} {Version} failed for good and can be replayed: {Reason}")]
    public static partial void EntryFailed(this ILogger log, int index, string path, string version, string reason);

    [LoggerMessage(8, LogLevel.Information, "An editor changed cluster {ClusterId}: applied {Applied}")]
    public static partial void ClusterEdited(this ILogger log, string clusterId, bool applied);

    [LoggerMessage(
        9, LogLevel.Information, "{Commits} commits that were left half-way are finished: their articles are listed and flagged")]
    public static partial void CommitsFinished(this ILogger log, int commits);
}
