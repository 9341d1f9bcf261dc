using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.Poll;

/// <summary>
/// RSS files with so many articles, the same from the same seed each time: of 20 articles one is revised in a later file and two
/// carry the text of another source, so that the log has revisions and merges beside what is new.
/// </summary>
internal static class NewsFiles
{
    public const int ItemsPerFile = 20;

    private const int Sources = 9;
    private static readonly DateTimeOffset Newest = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<(string Path, string Content)> Make(int articles)
    {
        for (var first = 0; first < articles; first += ItemsPerFile)
        {
            var file = first / ItemsPerFile;
            var items = Enumerable.Range(first, Math.Min(ItemsPerFile, articles - first)).Select(Item).ToList();
            // What the same source sent nine files ago comes again, changed.
            if (file >= Sources)
                items.Add(Item(first - (Sources * ItemsPerFile), Words(-first)));
            yield return ($"source{file % Sources}/{file}.xml", Feed(file % Sources, items));
        }
    }

    private static string Feed(int source, IEnumerable<string> items) =>
        $"<rss version=\"2.0\"><channel><title>Source {source}</title><link>https://s{source}.example/</link>{string.Concat(
            items)}</channel></rss>";

    private static string Item(int number) => Item(number, Words(number % 10 == 9 ? number - 21 : number));

    private static string Item(int number, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $"<item><title>Report {number}</title><guid isPermaLink=\"false\">report-{number}</guid><pubDate>{Published(
            number):R}</pubDate><description>{text}</description></item>");

    // Over two years, as an archive that is taken in.
    private static DateTimeOffset Published(int number) => Newest.AddMinutes(-(number * 7919L % (730 * 24 * 60)));

    // Random syllables: no two texts resemble each other unless they have the same number.
    private static string Words(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var word = 0; word < 60; word++)
        {
            for (var syllable = random.Next(1, 4); syllable > 0; syllable--)
                text.Append("bdfgklmnprstvz"[random.Next(14)]).Append("aeiou"[random.Next(5)]);
            text.Append(word % 12 == 11 ? ". " : " ");
        }

        return text.ToString();
    }
}
