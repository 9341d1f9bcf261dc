using System.Net.Http.Json;
using System.Text.Json;

namespace Pipeline.Benchmarks.Poll;

/// <summary>A client as the polling contract describes it: it stores <c>next</c> and sends it as <c>since</c>.</summary>
internal sealed class Poller(HttpClient http)
{
    private readonly List<JsonElement> changes = [];
    private readonly List<double> delays = [];

    /// <summary>Everything it was told, in that order.</summary>
    public IReadOnlyList<JsonElement> Changes => changes;

    /// <summary>Seconds from each commit to its arrival here.</summary>
    public IReadOnlyList<double> Delays => delays;

    public int Polls { get; private set; }

    public int Articles { get; private set; }

    /// <summary>Polls until <paramref name="ended"/> says that nothing more will come and a last poll has found nothing.</summary>
    public async Task RunAsync(Func<bool> ended)
    {
        var cursor = "";
        var seen = new HashSet<string>();
        while (true)
        {
            var isLast = ended();
            var answer = await http.GetFromJsonAsync<JsonElement>($"/api/changes?wait={(isLast ? 0 : 5)}&limit=100{cursor}");
            var told = answer.GetProperty("changes").EnumerateArray().ToList();
            Polls++;
            changes.AddRange(told);
            delays.AddRange(
                told.Select(change => (TimeProvider.System.GetUtcNow() - change.GetProperty("at").GetDateTimeOffset()).TotalSeconds));
            seen.UnionWith(told.Select(change => change.GetProperty("article").GetProperty("id").GetString()!));
            Articles = seen.Count;
            cursor = $"&since={answer.GetProperty("next").GetString()}";
            if (isLast && told.Count == 0)
                return;
        }
    }
}
