using System.Net.Http.Json;
using System.Text.Json;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>A client that polls through every fault: what fails is asked again from the same cursor.</summary>
internal sealed class ChaosPoller(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly List<(long Sequence, string ArticleId)> seen = [];

    /// <summary>Everything it was told, in that order.</summary>
    public IReadOnlyList<(long Sequence, string ArticleId)> Seen => seen;

    /// <summary>Polls until <paramref name="ended"/> says that nothing more will come and a last poll has found nothing.</summary>
    public async Task RunAsync(Func<bool> ended)
    {
        for (var cursor = ""; ;)
        {
            var isLast = ended();
            if (await TryPollAsync(cursor) is not { } answer)
            {
                await Task.Delay(Pause);
                continue;
            }

            var told = answer.GetProperty("changes").EnumerateArray().Select(change =>
                (change.GetProperty("sequence").GetInt64(), change.GetProperty("article").GetProperty("id").GetString()!)).ToList();
            seen.AddRange(told);
            cursor = $"&since={Uri.EscapeDataString(answer.GetProperty("next").GetString()!)}";
            if (isLast && told.Count == 0)
                return;
        }
    }

    private async Task<JsonElement?> TryPollAsync(string cursor)
    {
        try
        {
            return await http.GetFromJsonAsync<JsonElement>($"/api/changes?wait=1&limit=100{cursor}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
