using System.Text.RegularExpressions;
using Pipeline.Bounds;

namespace Pipeline.Tests.Bounds;

public class CpuBudgetTests
{
    [Fact]
    public void An_expression_that_ran_out_of_time_while_the_process_stood_still_is_no_fault_of_the_data() =>
        Assert.Throws<RegexMatchTimeoutException>(() => Budget().Run<int>(() => throw new RegexMatchTimeoutException()));

    [Fact]
    public void An_expression_that_took_the_processor_for_that_long_is() =>
        Assert.Throws<CpuBudgetException>(() => Budget().Run<int>(() =>
        {
            UseProcessor(TimeSpan.FromMilliseconds(ExpressionLimits.MatchTimeout));
            throw new RegexMatchTimeoutException();
        }));

    [Fact]
    public void Work_that_uses_its_budget_up_ends_at_the_next_check() =>
        Assert.Throws<CpuBudgetException>(() => new CpuBudget(TimeSpan.FromMilliseconds(20)).Run<int>(() =>
        {
            while (true)
                CpuBudget.Check();
        }));

    private static CpuBudget Budget() => new(TimeSpan.FromMinutes(1));

    private static void UseProcessor(TimeSpan time)
    {
        for (var until = ThreadCpuClock.Elapsed + time; ThreadCpuClock.Elapsed < until;)
        {
            // The clock of the thread runs only here.
        }
    }
}
