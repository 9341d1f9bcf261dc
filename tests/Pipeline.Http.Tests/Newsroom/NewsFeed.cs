using System.Globalization;
using System.Text.Json;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>Feeds of outlets that say who they are.</summary>
internal static class NewsFeed
{
    public const int ManyItems = 118;
    public const string First = "Harbour closes";
    public const string LibraryTitle = "Night shelves open again";

    private const string Library =
        """
        <p>The town library opens its night shelves again on Friday, and readers may borrow until midnight from three hundred new books.</p>
        <p>The lighthouse lamp above the reading room, dark since the storm, is lit for the occasion by the oldest member.</p>
        """;

    // The same words in one paragraph instead of three.
    private static readonly string OneParagraph = Stories.Harbour
        .Replace("</p>\n<p>", " ", StringComparison.Ordinal).Replace("</p>\r\n<p>", " ", StringComparison.Ordinal);

    private static readonly (string, string)[] Sound = [("https://coast.example/quay.mp3", "audio/mpeg")];

    public static readonly IReadOnlyList<(string Path, string Content)> Drops =
    [
        ("coast/feed.json", Write("Coast Daily", "coast", [Item("harbour", First, Stories.Harbour, "2026-03-01T16:05:00Z", Sound)])),
        ("quay/feed.json", Write("Quay Courier", "quay", [Item("shut", "Quay shut", Stories.HarbourLocal, "2026-03-01T17:30:00Z")])),
        ("ferry/feed.json", Write("Ferry News", "ferry", [Item("quay", "Northern quay closes", OneParagraph, "2026-03-02T08:00:00Z")])),
        ("town/feed.json", Write("Town Crier", "town", [Item("library", LibraryTitle, Library, "2026-03-02T09:00:00Z")])),
        ("wave/show.rss", Stories.Show),
        ("many/feed.json", Write("Many Things", "many", [.. Enumerable.Range(0, ManyItems).Select(Small)])),
    ];

    /// <summary>A JSON Feed of an outlet with one item.</summary>
    public static string WriteOne(string outlet, string host, string title, string html, string published) =>
        Write(outlet, host, [Item("one", title, html, published)]);

    private static string Write(string title, string host, IReadOnlyList<object> items) => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title,
        home_page_url = $"https://{host}.example/",
        icon = $"https://{host}.example/icon.svg",
        items = items.Select(item => (object)item),
    }).Replace("HOST", host, StringComparison.Ordinal);

    private static object Item(string id, string title, string html, string published, params (string Url, string MediaType)[] files) => new
    {
        id,
        url = $"https://HOST.example/{id}",
        title,
        content_html = html,
        date_published = published,
        image = $"https://HOST.example/{id}.svg",
        attachments = files.Select(file => new { url = file.Url, mime_type = file.MediaType, size_in_bytes = 120_000 }),
    };

    private static object Small(int number)
    {
        var at = new DateTimeOffset(2026, 2, 20, 12, 0, 0, TimeSpan.Zero).AddMinutes(-30 * number);
        return Item(
            $"n{number}", $"Short notice {number}", $"<p>Notice {number}: the gate of pier {number + 7} opens at {number % 12} sharp.</p>",
            at.ToString("O", CultureInfo.InvariantCulture));
    }
}
