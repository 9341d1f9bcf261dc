using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pipeline.Bounds;

/// <summary>
/// The processor time that one piece of foreign data may cost. Nothing can stop a thread from outside, so that the work looks at
/// the budget itself, wherever it goes round often.
/// </summary>
internal sealed class CpuBudget(TimeSpan limit)
{
    [ThreadStatic]
    private static CpuBudget? current;

    // An expression's limit is told by the time of day, which runs on while a process is stopped or waits for a processor: what cost no
    // processor time is no fault of the data, and has to be tried again.
    private static readonly TimeSpan ExpressionTime = TimeSpan.FromMilliseconds(ExpressionLimits.MatchTimeout / 2);

    private TimeSpan spent;
    private TimeSpan started;
    private long startedAt;

    private TimeSpan Limit => limit;

    private bool IsUsedUp => spent + ThreadCpuClock.Elapsed - started > limit;

    // A thread can't have used more of the processor than time has gone by, and the time of day costs a tenth of the thread's own clock,
    // which is a call into the kernel.
    private bool MayBeUsedUp => spent + Stopwatch.GetElapsedTime(startedAt) > limit;

    /// <summary>Ends work on this thread that has used up its budget; costs about as much as ten characters of parsing.</summary>
    /// <exception cref="CpuBudgetException">The budget of the work is used up.</exception>
    public static void Check()
    {
        if (current is { MayBeUsedUp: true, IsUsedUp: true } budget)
            throw new CpuBudgetException(budget.Limit, null);
    }

    /// <summary>Does the work and counts what it costs. Work in work counts for the inner budget.</summary>
    /// <exception cref="CpuBudgetException">The budget is used up, or an expression ran into its limit.</exception>
    /// <exception cref="RegexMatchTimeoutException">An expression ran into its limit while the machine did something else.</exception>
    public T Run<T>(Func<T> work)
    {
        var outer = current;
        current = this;
        (started, startedAt) = (ThreadCpuClock.Elapsed, Stopwatch.GetTimestamp());
        try
        {
            Check();
            return work();
        }
        catch (RegexMatchTimeoutException slow) when (ThreadCpuClock.Elapsed - started >= ExpressionTime)
        {
            throw new CpuBudgetException(limit, slow);
        }
        finally
        {
            spent += ThreadCpuClock.Elapsed - started;
            current = outer;
        }
    }
}
