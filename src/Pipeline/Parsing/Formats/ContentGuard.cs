using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Pipeline.Bounds;

namespace Pipeline.Parsing.Formats;

/// <summary>
/// The one place where whatever a library throws for what a file contains becomes a reason. It is logged whole, because it may be
/// our own mistake as well; the formats read leniently beside it, so that little comes this far.
/// </summary>
internal sealed partial class ContentGuard(ILogger log)
{
    private const string TheRest = "the rest of the archive";

    public ParseResult Read(string path, CpuBudget budget, Func<ParseResult> read)
    {
        try
        {
            return budget.Run(read);
        }
        catch (CpuBudgetException costly)
        {
            LogCostly(costly, path);
            return new ParseResult.Rejected(costly.Message);
        }
        catch (Exception thrown) when (IsOfContent(thrown))
        {
            LogThrown(thrown, path);
            return new ParseResult.Rejected(Reason(thrown));
        }
    }

    /// <summary>The members, the first that cannot be read for a reason of its own being the last one.</summary>
    public IEnumerable<ArchiveMember> ReadAll(string path, CpuBudget budget, IEnumerable<ArchiveMember> members)
    {
        using var next = members.GetEnumerator();
        while (ReadNext(path, budget, next) is { } read)
        {
            yield return read.Member;
            if (read.IsLast)
                yield break;
        }
    }

    private (ArchiveMember Member, bool IsLast)? ReadNext(string path, CpuBudget budget, IEnumerator<ArchiveMember> next)
    {
        try
        {
            return budget.Run(next.MoveNext) ? (next.Current, false) : null;
        }
        catch (CpuBudgetException costly)
        {
            LogCostly(costly, path);
            return (new ArchiveMember(TheRest, null, costly.Message), true);
        }
        catch (Exception thrown) when (IsOfContent(thrown))
        {
            LogThrown(thrown, path);
            return (new ArchiveMember(TheRest, null, Reason(thrown)), true);
        }
    }

    // The machine's trouble is no property of the file.
    private static bool IsOfContent(Exception thrown) =>
        thrown is not (OutOfMemoryException or OperationCanceledException or RegexMatchTimeoutException);

    private static string Reason(Exception thrown) => $"it cannot be read: {thrown.Message}";

    [LoggerMessage(40, LogLevel.Warning, "{Path} holds something that no reader expected")]
    private partial void LogThrown(Exception thrown, string path);

    [LoggerMessage(41, LogLevel.Warning, "{Path} costs too much")]
    private partial void LogCostly(Exception costly, string path);
}
