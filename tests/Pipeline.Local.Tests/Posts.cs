using System.Globalization;

namespace Pipeline.Local.Tests;

/// <summary>Files for tests to drop.</summary>
internal static class Posts
{
    private static readonly string[] Things = [
        "lantern", "harbour", "orchard", "violin", "ledger", "glacier", "kitchen", "tram", "meadow", "archive"];

    /// <summary>A post whose text no other number has.</summary>
    public static string Post(int number) =>
        $"---\ntitle: Report {number}\ndate: 2026-03-01T{number % 24:00}:00:00Z\n---\n\n<p>{Text(number)}</p>\n";

    /// <summary>An RSS feed of so many items.</summary>
    public static string Feed(int items) =>
        $"<rss version=\"2.0\"><channel><title>Feed</title><link>https://feed.example/</link>{string.Concat(
            Enumerable.Range(0, items).Select(Item))}</channel></rss>";

    private static string Item(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"<item><title>Item {number}</title><link>https://feed.example/{number}</link><guid>https://feed.example/{number}</guid><pubDate>"
            + $"Sun, 01 Mar 2026 10:00:00 GMT</pubDate><description>{Text(number)}</description></item>");

    private static string Text(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(word =>
        $"{Things[(number + (word * number)) % Things.Length]}{number}x{word}"));
}
