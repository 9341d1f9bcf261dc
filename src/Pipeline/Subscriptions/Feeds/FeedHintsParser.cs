using System.Globalization;
using System.Text.Json;
using System.Xml;
using Pipeline.Bounds;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Text;

namespace Pipeline.Subscriptions.Feeds;

/// <summary>Reads <see cref="FeedHints"/> from a feed's head: RSS, RDF and Atom up to the first entry, and JSON Feed. What is malformed
/// is read as far as it goes; nothing is thrown for content.</summary>
public static class FeedHintsParser
{
    private const int MaxTitle = 300;

    // Elements before the first entry: a feed's head has a few dozen.
    private const int MaxElements = 1_000;

    // Minutes: the syndication module's units (RSS 1.0 module, 2000), and what RSS 2.0 counts ttl in.
    private static readonly Dictionary<string, int> Periods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = 60,
        ["daily"] = 1_440,
        ["weekly"] = 10_080,
        ["monthly"] = 43_200,
        ["yearly"] = 525_600,
    };

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static FeedHints Read(DroppedFile file)
    {
        var text = TextDecoder.Decode(file).Value.TrimStart();
        return text.StartsWith('{') ? ReadJson(text, file.Address) : ReadXml(text, file.Address);
    }

    private static FeedHints ReadXml(string text, Uri? address)
    {
        var head = new Head();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            for (var elements = 0; elements < MaxElements && ReadElement(reader, head); elements++)
                CpuBudget.Check();
        }
        catch (XmlException)
        {
            // What stands before the damage counts.
        }

        return head.ToHints(address);
    }

    // False at the first entry, and at the end.
    private static bool ReadElement(XmlReader reader, Head head)
    {
        do
        {
            if (!reader.Read())
                return false;
        }
        while (reader.NodeType != XmlNodeType.Element);
        var name = reader.LocalName.ToLowerInvariant();
        if (name is "item" or "entry")
            return false;
        if (name == "link")
            head.AddLink(reader.GetAttribute("rel"), reader.GetAttribute("href"));
        else if (reader.Depth <= 2 && name is "title" or "ttl" or "updateperiod" or "updatefrequency")
            head.Facts.TryAdd(name, ReadText(reader));
        return true;
    }

    private static string ReadText(XmlReader reader) =>
        !reader.IsEmptyElement && reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Trim() : "";

    private static FeedHints ReadJson(string text, Uri? address)
    {
        var head = new Head();
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
            var feed = document.RootElement;
            head.Facts["title"] = Text(feed, "title") ?? "";
            head.AddLink("self", Text(feed, "feed_url"));
            if (feed.TryGetProperty("hubs", out var hubs) && hubs.ValueKind == JsonValueKind.Array)
                foreach (var hub in hubs.EnumerateArray().Where(hub => hub.ValueKind == JsonValueKind.Object))
                    head.AddLink("hub", Text(hub, "url"));
        }
        catch (JsonException)
        {
            // The parser of entries says what is wrong with it.
        }

        return head.ToHints(address);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private sealed class Head
    {
        private string? hub;
        private string? self;

        public Dictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

        public void AddLink(string? relation, string? address)
        {
            var relations = relation?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            hub ??= relations.Contains("hub", StringComparer.OrdinalIgnoreCase) ? address : null;
            self ??= relations.Contains("self", StringComparer.OrdinalIgnoreCase) ? address : null;
        }

        public FeedHints ToHints(Uri? address) => new()
        {
            Title = Facts.GetValueOrDefault("title") is { Length: > 0 } title ? title[..Math.Min(title.Length, MaxTitle)] : null,
            Pause = Minutes("ttl") is { } ttl and > 0 ? TimeSpan.FromMinutes(ttl) : FindPeriod(),
            Hub = Resolve(address, hub),
            Self = Resolve(address, self),
        };

        // A frequency counts updates within the period, and is 1 where it is left out.
        private TimeSpan? FindPeriod() =>
            Facts.GetValueOrDefault("updateperiod") is { } period && Periods.TryGetValue(period, out var minutes)
                ? TimeSpan.FromMinutes((double)minutes / Math.Max(1, Minutes("updatefrequency") ?? 1))
                : null;

        private int? Minutes(string name) =>
            int.TryParse(Facts.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

        private static Uri? Resolve(Uri? address, string? written) =>
            written is not null && (address is null ? Uri.TryCreate(written, UriKind.Absolute, out var resolved)
                : Uri.TryCreate(address, written, out resolved)) && Subscription.IsWeb(resolved) ? resolved : null;
    }
}
