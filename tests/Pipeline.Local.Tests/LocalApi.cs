using System.Net.Http.Json;
using System.Text.Json;

namespace Pipeline.Local.Tests;

/// <summary>Reads the endpoint as a client does.</summary>
internal sealed class LocalApi(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>(
                $"{path}?limit=50{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", Stop);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>The ledger, once it has <paramref name="count"/> files and each has come to its end.</summary>
    public async Task<IReadOnlyList<JsonElement>> SettledFilesAsync(int count)
    {
        while (true)
        {
            var files = await ListAsync("api/files");
            if (files.Count >= count && files.All(file => file.GetProperty("state").GetString() != "parsed"))
                return files;
            await Task.Delay(Pause, Stop);
        }
    }

    /// <summary>Once this many articles can be read.</summary>
    public async Task ArticlesAsync(int count)
    {
        while ((await ListAsync("api/articles")).Count < count)
            await Task.Delay(Pause, Stop);
    }

    /// <summary>How many entries each file has, and how many of them have a fate.</summary>
    public async Task<(int Entries, int Fates)> AccountAsync(JsonElement file)
    {
        var path = string.Join('/', file.GetProperty("path").GetString()!.Split('/').Select(Uri.EscapeDataString));
        var receipt = await http.GetFromJsonAsync<JsonElement>($"api/files/{path}", Stop);
        return (receipt.GetProperty("file").GetProperty("entryCount").GetInt32(), receipt.GetProperty("entries").GetArrayLength());
    }
}
