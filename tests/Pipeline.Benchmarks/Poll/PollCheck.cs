using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Storage.Catalog;

namespace Pipeline.Benchmarks.Poll;

/// <summary>Holds what the poller saw against the log, the lists and the ledger.</summary>
internal sealed class PollCheck(HttpClient http, CatalogStore catalog)
{
    private const int MostShown = 3;

    private readonly List<string> faults = [];

    /// <summary>What is wrong, in words; empty where the contract holds.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<JsonElement> seen, int articles)
    {
        var sequences = seen.Select(change => change.GetProperty("sequence").GetInt64()).ToList();
        Expect(sequences.Distinct().Count() == sequences.Count, "a change came twice");
        Expect(sequences.SequenceEqual(sequences.Order()), "changes came out of order");
        var log = await LogAsync();
        Expect(log.Select(Facts).SequenceEqual(seen.Select(Facts)),
            $"the log has {log.Count} changes and the poller saw {seen.Count}, or other ones");
        await CheckListsAsync(seen, articles);
        await CheckLedgerAsync();
        return faults;
    }

    // A copy that comes is a change of the copy alone, and yet the list says of the other how many carry its text now, and since when.
    private static string Standing(JsonElement article) => string.Join(',', article.EnumerateObject()
        .Where(field => field.Name is not ("clusterSize" or "outlets" or "clusterFirst"))
        .Select(field => $"{field.Name}: {field.Value.GetRawText()}"));

    // What the changes say in the end is what the lists show, and the lists are in their own order.
    private async Task CheckListsAsync(IReadOnlyList<JsonElement> seen, int articles)
    {
        var last = seen.Select(change => change.GetProperty("article")).GroupBy(Id).ToDictionary(
            group => group.Key, group => Standing(group.Last()));
        var listed = await PagesAsync("/api/articles?include=duplicates,withdrawn");
        Expect(last.Count == articles, $"{articles} articles went in and the poller knows {last.Count}");
        Expect(listed.Count == articles && listed.Select(Id).Distinct().Count() == articles, $"the lists have {listed.Count} articles");
        foreach (var item in listed.Where(item => last.GetValueOrDefault(Id(item)) != Standing(item)).Take(MostShown))
            faults.Add(
                $"a list shows an article otherwise than its last change does: {Standing(item)}, not {last.GetValueOrDefault(Id(item))}");
        var ordered = listed.OrderByDescending(item => item.GetProperty("listedAt").GetDateTimeOffset()).ThenBy(Id, StringComparer.Ordinal);
        Expect(listed.Select(Id).SequenceEqual(ordered.Select(Id)), "the list is out of order");
        var canonical = await PagesAsync("/api/articles?limit=100");
        Expect(canonical.Select(Id).SequenceEqual(listed.Where(IsCanonical).Select(Id)),
            "the list without duplicates differs from the one with them");
    }

    private async Task CheckLedgerAsync()
    {
        var files = await PagesAsync("/api/files?");
        Expect(files.All(file => file.GetProperty("state").GetString() == "settled"), "a file is not settled");
        var unbalanced = files.Count(file =>
            file.GetProperty("fates").EnumerateObject().Sum(fate => fate.Value.GetInt32()) != file.GetProperty("entryCount").GetInt32());
        Expect(unbalanced == 0, $"the account of {unbalanced} files does not balance");
        Expect(files.All(file => !file.GetProperty("fates").TryGetProperty("failed", out _)), "an entry failed");
    }

    private async Task<IReadOnlyList<ArticleChange>> LogAsync()
    {
        var log = new List<ArticleChange>();
        while (await catalog.ListChangesAsync(log.Count, 1000, CancellationToken.None) is { Count: > 0 } lines)
            log.AddRange(lines);
        return log;
    }

    private async Task<IReadOnlyList<JsonElement>> PagesAsync(string path)
    {
        var items = new List<JsonElement>();
        for (var cursor = ""; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(path + cursor);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("next", out var next))
                return items;
            cursor = $"&cursor={Uri.EscapeDataString(next.GetString()!)}";
        }
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
            faults.Add(fault);
    }

    private static string Id(JsonElement article) => article.GetProperty("id").GetString()!;

    private static bool IsCanonical(JsonElement article) => article.GetProperty("state").GetString() == "canonical";

    private static (long, string, string) Facts(ArticleChange change) =>
        (change.Sequence, JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()), change.Article.Id);

    private static (long, string, string) Facts(JsonElement change) =>
        (change.GetProperty("sequence").GetInt64(), change.GetProperty("kind").GetString()!, Id(change.GetProperty("article")));
}
