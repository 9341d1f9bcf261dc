using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Account;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Account;

public sealed class SharedTransactionsTests(EmulatorFixture emulator)
{
    private const string Transactions = "table transaction";

    [Fact]
    public async Task What_comes_at_the_same_time_for_a_partition_is_one_transaction()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => shared.SubmitAsync([Add("p", $"r{number}")], TestPipeline.Token)));

        Assert.Equal(1, pipeline.Account.Operations.Counts[Transactions]);
        Assert.Equal(20, await CountAsync(pipeline));
    }

    [Fact]
    public async Task More_than_a_transaction_holds_is_several_and_no_callers_rows_are_torn_apart()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);

        await Task.WhenAll(Enumerable.Range(1, 9).Select(number => shared.SubmitAsync(
            [.. Enumerable.Range(1, 30).Select(row => Add("p", $"{number}-{row}"))], TestPipeline.Token)));

        Assert.Equal(3, pipeline.Account.Operations.Counts[Transactions]);
        Assert.Equal(270, await CountAsync(pipeline));
    }

    [Fact]
    public async Task Rows_that_cannot_be_written_fail_their_own_caller_only()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);
        await shared.SubmitAsync([Add("p", "taken")], TestPipeline.Token);

        var failing = shared.SubmitAsync([Add("p", "half"), Add("p", "taken")], TestPipeline.Token);
        await Task.WhenAll(Enumerable.Range(1, 5).Select(number => shared.SubmitAsync([Add("p", $"r{number}")], TestPipeline.Token)));

        Assert.Equal(409, (await Assert.ThrowsAsync<TableTransactionFailedException>(() => failing)).Status);
        Assert.Equal(6, await CountAsync(pipeline));
    }

    [Fact]
    public async Task Two_that_write_one_row_write_it_one_after_the_other()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);

        var first = shared.SubmitAsync([Add("p", "row")], TestPipeline.Token);
        var second = shared.SubmitAsync([Add("p", "row")], TestPipeline.Token);

        await first;
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => second);
    }

    [Fact]
    public async Task Where_the_table_is_gone_everyone_who_waits_hears_of_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);
        await pipeline.Account.Table(TableNames.Fates).DeleteAsync(TestPipeline.Token);

        var waiting = Enumerable.Range(1, 5).Select(number => shared.SubmitAsync([Add("p", $"r{number}")], TestPipeline.Token)).ToList();

        foreach (var one in waiting)
            await Assert.ThrowsAnyAsync<RequestFailedException>(() => one.WaitAsync(TimeSpan.FromMinutes(1), TestPipeline.Token));
    }

    [Fact]
    public async Task Who_is_cancelled_before_it_comes_writes_nothing_and_takes_nobody_along()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var shared = Over(pipeline);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shared.SubmitAsync([Add("p", "cancelled")], new CancellationToken(canceled: true)));
        await shared.SubmitAsync([Add("p", "other")], TestPipeline.Token);

        Assert.Equal(1, await CountAsync(pipeline));
    }

    private static SharedTransactions Over(TestPipeline pipeline) => new(pipeline.Account.Table(TableNames.Fates), TimeProvider.System);

    private static TableTransactionAction Add(string partition, string row) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row));

    private static async Task<int> CountAsync(TestPipeline pipeline) =>
        await pipeline.Account.Table(TableNames.Fates).QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token).CountAsync(
            TestPipeline.Token);
}
