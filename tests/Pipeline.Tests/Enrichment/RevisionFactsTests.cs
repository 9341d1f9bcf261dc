using Pipeline.Articles;
using Pipeline.Enrichment;

namespace Pipeline.Tests.Enrichment;

public class RevisionFactsTests
{
    private static readonly Article Plain = Enriched.Of(new Entry
    {
        Title = "Mill turns",
        ContentHtml = "<p>The mill turns again.</p>",
        Url = "https://valley.example/mill",
        Categories = [new("mill"), new("rye")],
        Enclosures = [new("https://valley.example/mill.mp3", "audio/mpeg", 100)],
        Images = [new("https://valley.example/mill.jpg")],
    });

    private static readonly Dictionary<string, Article> Changed = new()
    {
        { "title", Plain with { Title = "Mill stands still" } },
        { "text", Plain with { Text = "The mill stands still." } },
        { "length of a recording", Plain with { Enclosures = [new("https://valley.example/mill.mp3", "audio/mpeg", 200)] } },
        { "address of a recording", Plain with { Enclosures = [new("https://valley.example/mill-2.mp3", "audio/mpeg", 100)] } },
        { "picture", Plain with { LeadImage = new("https://valley.example/wheel.jpg") } },
        { "author", Plain with { Contributors = [new("Hedda Kvist")] } },
        { "category", Plain with { Categories = [new("mill")] } },
        { "rights", Plain with { Rights = "Hands off" } },
    };

    private static readonly Dictionary<string, Article> Noisy = new()
    {
        { "order", Plain with { Categories = [new("rye"), new("mill")] } },
        { "markup", Plain with { Html = "<div><p>The mill turns again.</p></div>" } },
        { "white space", Plain with { Text = "The  mill turns\nagain." } },
        { "update", Plain with { Updated = DateTimeOffset.UnixEpoch } },
        { "tracking", Plain with { Enclosures = [new("https://valley.example/mill.mp3?utm_source=feed", "audio/mpeg", 100)] } },
        { "signature",
            Plain with { Enclosures = [new("https://valley.example/mill.mp3?X-Amz-Signature=7a&X-Amz-Expires=9", "audio/mpeg", 100)] } },
    };

    public static TheoryData<string> Changes => [.. Changed.Keys];

    public static TheoryData<string> Noise => [.. Noisy.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_fact_that_a_client_can_read_makes_a_revision(string fact) =>
        Assert.NotEqual(RevisionFacts.Hash(Plain), RevisionFacts.Hash(Changed[fact]));

    [Theory]
    [MemberData(nameof(Noise))]
    public void Noise_makes_none(string noise) => Assert.Equal(RevisionFacts.Hash(Plain), RevisionFacts.Hash(Noisy[noise]));
}
