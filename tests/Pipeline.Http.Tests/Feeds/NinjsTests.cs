using System.Globalization;
using System.Net;
using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Feeds;

/// <summary>Items are of the shape that ninjs 3.0 prescribes: its names and no other, its types, its words.</summary>
public sealed class NinjsTests(EmulatorFixture emulator)
{
    private const string Wire =
        """
        {"uri": "tag:agency.example,2026:a1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "version": "3", "urgency": 4,
         "versionCreated": "2026-03-04T09:30:00Z", "firstCreated": "2026-03-04T08:00:00Z", "pubStatus": "usable", "language": "en",
         "by": "Mira Olsson",
         "located": "Varberg", "copyrightNotice": "(c) 2026 Agency", "edNote": "Adds the price.",
         "headlines": [{"role": "main", "value": "Quay wall is rebuilt"}],
         "bodies": [{"role": "main", "contentType": "text/html",
         "value": "<p>The harbour authority in Varberg rebuilds its northern quay wall for 61 million kronor, it said on Wednesday.</p>"}],
         "subjects": [{"name": "harbour", "uri": "http://cv.example/subject/1", "scheme": "http://cv.example/subject/"}, {"name": "town",
         "literal": "t 9"}],
         "associations": [{"name": "p1", "uri": "https://img.example/p1", "type": "picture", "by": "Jon Ek",
         "headlines": [{"value": "The quay"}],
           "renditions": [{"name": "main", "href": "https://img.example/quay.jpg", "width": 1200, "height": 800}]}]}
        """;

    private static readonly IReadOnlyDictionary<string, Shape> Association = new Dictionary<string, Shape>
    {
        ["name"] = Text,
        ["uri"] = Address,
        ["type"] = OneOf("text", "audio", "video", "picture", "component"),
        ["by"] = Text,
        ["headlines"] = List(TextParts),
        ["descriptions"] = List(TextParts),
        ["renditions"] = List(new Dictionary<string, Shape>
        {
            ["name"] = Text,
            ["href"] = Address,
            ["width"] = Whole(1, 100_000),
            ["height"] = Whole(1, 100_000),
            ["contentType"] = Text,
            ["sizeInBytes"] = Whole(0, int.MaxValue),
        }),
    };

    private static readonly IReadOnlyDictionary<string, Shape> Item = new Dictionary<string, Shape>
    {
        ["uri"] = Address,
        ["standard"] = Part(new Dictionary<string, Shape> { ["name"] = Text, ["version"] = Text, ["schema"] = Address }),
        ["type"] = OneOf("text"),
        ["representationType"] = OneOf("full", "partial"),
        ["title"] = Text,
        ["version"] = Text,
        ["firstCreated"] = Moment,
        ["versionCreated"] = Moment,
        ["pubStatus"] = OneOf("usable", "withheld", "canceled"),
        ["urgency"] = Whole(1, 9),
        ["language"] = Text,
        ["by"] = Text,
        ["located"] = Text,
        ["copyrightNotice"] = Text,
        ["edNote"] = Text,
        ["headlines"] = List(TextParts),
        ["descriptions"] = List(TextParts),
        ["bodies"] = List(
            new Dictionary<string, Shape>(TextParts) { ["charCount"] = Whole(0, int.MaxValue), ["wordCount"] = Whole(0, int.MaxValue) }),
        ["subjects"] = List(new Dictionary<string, Shape> { ["name"] = Text, ["uri"] = Address, ["literal"] = Text }),
        ["associations"] = List(Association),
        ["infoSources"] = List(new Dictionary<string, Shape> { ["name"] = Text, ["role"] = Text, ["uri"] = Address }),
        ["altIds"] = List(TextParts),
    };

    private delegate bool Shape(JsonElement value, string where);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IReadOnlyDictionary<string, Shape> TextParts =>
        new Dictionary<string, Shape> { ["role"] = Text, ["contentType"] = Text, ["value"] = Text };

    [Theory]
    [InlineData("x")]
    [InlineData("abcdefghijklmnopqrst")]
    [InlineData("abcdefghijklmnopqrstu")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("x.ninjs")]
    public async Task Says_that_there_is_no_article_whatever_the_length_of_the_id(string id)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);

        using var answer = await room.Client.GetAsync(new Uri($"/api/articles/{id}.ninjs", UriKind.Relative), Stop);

        await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Every_article_goes_out_as_a_valid_item_and_a_wire_item_as_it_came()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        foreach (var (path, content) in Stories.Drops.Append(("edges/feed.json", Stories.Edges)).Append(("agency/a1.json", Wire))
            .Append(("wave/show.xml", Stories.Show)))
            await room.DropAsync(path, content, Stop);

        foreach (var article in (await room.GetAsync("/api/articles?include=duplicates", Stop)).GetProperty("items").EnumerateArray())
            Assert.True(Fits(Item, await room.GetAsync($"/api/articles/{article.GetProperty("id").GetString()}.ninjs", Stop), "item"));
        var item = await room.GetAsync($"/api/articles/{await room.FirstIdAsync("source=agency", Stop)}.ninjs", Stop);
        var came = JsonDocument.Parse(Wire).RootElement;
        foreach (var name in (string[])[
            "firstCreated", "versionCreated", "pubStatus", "urgency", "language", "by", "located", "copyrightNotice", "edNote"])
            Assert.Equal((name, came.GetProperty(name).ToString()), (name, item.GetProperty(name).ToString()));
        Assert.Equal(
            """[{"name":"harbour","uri":"http://cv.example/subject/1"},{"name":"town","literal":"t 9"}]""",
            item.GetProperty("subjects").GetRawText());
        var show = await room.GetAsync($"/api/articles/{await room.FirstIdAsync("source=wave", Stop)}.ninjs", Stop);
        Assert.Equal(
            ["https://wave.example/harbour.jpg", "https://wave.example/show.mp3", "https://wave.example/show.mp4"],
            show.GetProperty("associations").EnumerateArray().Select(part => part.GetProperty("uri").GetString()));
        Assert.Equal("Wave Radio", show.GetProperty("infoSources")[0].GetProperty("name").GetString());
        Assert.Equal("https://wave.example/show-1", show.GetProperty("altIds")[0].GetProperty("value").GetString());
        Assert.Equal("https://img.example/quay.jpg", item.GetProperty("associations")[0].GetProperty("renditions")[0].GetProperty("href")
            .GetString());
    }

    private static bool Text(JsonElement value, string where) => value.ValueKind == JsonValueKind.String;

    private static bool Address(JsonElement value, string where) =>
        Text(value, where) && Uri.TryCreate(value.GetString(), UriKind.Absolute, out _);

    private static bool Moment(JsonElement value, string where) =>
        Text(value, where) && DateTimeOffset.TryParseExact(
            value.GetString(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Shape OneOf(params string[] words) => (value, _) => words.Contains(value.GetString());

    private static Shape Whole(int least, int most) => (value, _) => value.TryGetInt32(out var number) && number >= least && number <= most;

    private static Shape Part(IReadOnlyDictionary<string, Shape> names) => (value, where) => Fits(names, value, where);

    private static Shape List(IReadOnlyDictionary<string, Shape> names) =>
        (value, where) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => Fits(names, item, where));

    private static bool Fits(IReadOnlyDictionary<string, Shape> names, JsonElement value, string where)
    {
        foreach (var property in value.EnumerateObject())
        {
            Assert.True(names.TryGetValue(property.Name, out var shape),
                $"{where} has {property.Name}, which the standard does not name here");
            Assert.True(shape(property.Value, $"{where}.{property.Name}"), $"{where}.{property.Name} is {property.Value}");
        }

        // The standard requires these two: an item has its address, a text its value.
        Assert.True(value.TryGetProperty("uri", out _) || value.TryGetProperty("value", out _) || value.TryGetProperty("name", out _),
            $"{where} lacks what is required of it");
        return true;
    }
}
