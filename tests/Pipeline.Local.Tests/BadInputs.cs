using System.Text.Json;

namespace Pipeline.Local.Tests;

/// <summary>One folder of bad files that was dropped, and what the pipeline said of each.</summary>
public sealed class BadInputs(RunningPipeline pipeline) : IAsyncLifetime
{
    private const string Bomb =
        "<!DOCTYPE rss [<!ENTITY a \"bait bait bait\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
        + "\"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>" +
        "<rss version=\"2.0\"><channel><title>t</title><item><title>&d;</title><link>https://bomb.example/1</link></item></channel></rss>";

    /// <summary>What stands in a file beside the dropped ones, which an external entity names.</summary>
    internal const string Secret = "only for this machine";

    private Dictionary<string, JsonElement> receipts = [];

    internal IReadOnlyList<JsonElement> Articles { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var folder = pipeline.Folder;
        foreach (var (name, content) in Texts(folder))
            folder.Write($"bad/{name}", content);
        var junk = new byte[4000];
        new Random(7).NextBytes(junk);
        await File.WriteAllBytesAsync(folder["bad/junk.bin"], junk);
        var (_, output, _) = await pipeline.DropAsync(folder["bad"], "--json");
        receipts = JsonDocument.Parse(output).RootElement.EnumerateArray()
            .ToDictionary(receipt => receipt.GetProperty("file").GetProperty("path").GetString()!);
        Articles = [.. (await pipeline.Local.Api.ListAsync("api/articles")).Where(
            article => article.GetProperty("source").GetString() == "bad")];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal JsonElement Receipt(string name) => receipts[$"bad/{name}"];

    private static Dictionary<string, string> Texts(TemporaryFolder folder) => new()
    {
        ["empty.txt"] = "",
        ["broken.md"] = "---\ntitle: 'broken\n  - [unclosed\n---\n",
        ["no-article.html"] = "<!DOCTYPE html><html><head><title></title></head><body><nav><a href=\"/\">Home</a></nav></body></html>",
        ["large.txt"] = $"---\ntitle: large\n---\n{new string('x', 600_000)}",
        ["deep.json"] = $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":{new string('[', 5000)}{new string(
            ']', 5000)}}}",
        ["deep.html"] =
            $"<!DOCTYPE html><html><head><title>Deep</title></head><body>{string.Concat(Enumerable.Repeat("<div>", 10_000))}down here",
        ["external.xml"] = External(folder.Write("secret.txt", Secret)),
        ["bomb.xml"] = Bomb,
        ["truncated.rss"] = Posts.Feed(5)[..900],
        ["name with spaces.md"] = Posts.Post(11),
        ["100% name.md"] = Posts.Post(12),
        ["新闻 名.md"] = Posts.Post(13),
        ["🦆.md"] = Posts.Post(14),
        ["a+b&c=d;#e?.md"] = Posts.Post(15),
    };

    private static string External(string secret) =>
        $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]>" +
        "<rss version=\"2.0\"><channel><title>t</title><item><title>External "
        + "&x;</title><link>https://external.example/1</link></item></channel></rss>";
}
