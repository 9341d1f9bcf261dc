using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>Waits until the ledger has every file at its end, nothing that must follow a commit is left, and no embargo waits.</summary>
internal sealed class ChaosEnd(IServiceProvider services)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly LedgerStore ledger = services.GetRequiredService<LedgerStore>();
    private readonly CatalogStore catalog = services.GetRequiredService<CatalogStore>();
    private readonly IListStore lists = services.GetRequiredService<IListStore>();

    /// <summary>What is left after six minutes.</summary>
    public async Task<IReadOnlyList<string>> WaitAsync(int files)
    {
        var began = Stopwatch.GetTimestamp();
        while (await ListOpenAsync(files) is { Count: > 0 } open)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                return open;
            await Task.Delay(Pause);
        }

        return [];
    }

    private async Task<IReadOnlyList<string>> ListOpenAsync(int files)
    {
        var (open, known) = (await ledger.ListUnsettledAsync(CancellationToken.None), await CountFilesAsync());
        var pending = await catalog.ListPendingAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        var held = await lists.ListDueAsync(TimeProvider.System.GetUtcNow().AddYears(1), CancellationToken.None);
        return
        [
            .. open.Select(file => $"{file.Path} is not settled"),
            .. known == files ? (string[])[] : [$"the ledger knows {known} of {files} files"],
            .. pending.Select(commit => $"what must follow {commit.Note} is not done"),
            .. held.Select(article => $"article {article.ArticleId} is held"),
        ];
    }

    private async Task<int> CountFilesAsync()
    {
        var count = 0;
        for (string? after = null; ;)
        {
            var page = await ledger.ListFilesAsync(new FileQuery { Limit = 500, After = after }, CancellationToken.None);
            count += page.Items.Count;
            if ((after = page.Next) is null)
                return count;
        }
    }
}
