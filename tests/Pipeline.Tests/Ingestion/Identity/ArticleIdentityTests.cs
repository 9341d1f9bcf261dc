using Pipeline.Articles;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Tests.Ingestion.Identity;

/// <summary>Whether two wire articles with numbers at the ends of their ids are versions of one item.</summary>
public sealed class ArticleIdentityTests
{
    private const string Ferry = "The ferry to Nordwyk will not run before Easter, its owner said, as a gate of the lock is broken.";
    private const string Choir = "A choir of forty bakers won the singing contest of the valley with a song about rye and patience.";

    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Items_of_one_file_are_two_where_only_their_date_and_an_agencys_habit_speak_for_one() =>
        Assert.False(AreSame(Item("item:1", Ferry, index: 0), Item("item:2", Choir, index: 1)));

    [Fact]
    public void A_flash_and_what_becomes_of_it_are_one_where_they_come_in_two_files() =>
        Assert.True(AreSame(Item("item:1", "", path: "flash.xml"), Item("item:2", Choir, path: "story.xml")));

    [Fact]
    public void Items_of_one_file_are_one_where_the_second_mends_the_first() =>
        Assert.True(AreSame(
            Item("item:1", Ferry, index: 0), Item("item:2", Ferry.Replace("Easter", "May", StringComparison.Ordinal), index: 1)));

    [Fact]
    public void Items_of_one_file_are_one_where_a_key_of_the_item_says_so() =>
        Assert.True(AreSame(Item("item:1", Ferry, index: 0, key: "k"), Item("item:2", Choir, index: 1, key: "k")));

    [Fact]
    public void Public_identifiers_tell_versions_also_in_one_file() =>
        Assert.True(AreSame(
            Item("urn:newsml:wire.example:20260304:ferry:1", Ferry, index: 0),
            Item("urn:newsml:wire.example:20260304:ferry:2", Choir, index: 1)));

    [Theory]
    [InlineData("Ten rats ran from the granary at dawn.", "Eleven rats ran from the granary at dawn, not ten.", true)]
    [InlineData("Rain falls on the hills until tonight.", "Snow is expected in the valleys at noon.", false)]
    [InlineData("Ruiz scores in the fourth minute.", "Hale scores in the ninth minute.", false)]
    public void What_only_a_title_names_is_one_article_where_its_text_was_mended(string before, string after, bool expected) =>
        Assert.Equal(expected, ArticleIdentity.AreSame(Undated(before, "1"), Undated(after, "2"), EntryKeyKind.Title));

    private static Article Undated(string text, string version) => Item("", text) with
    {
        Origin = new EntryOrigin("wire/ticker.xml", version, 0),
        Published = null,
        SourceId = null,
        Title = "Short news",
        Wire = null,
    };

    private static bool AreSame(Article known, Article incoming) => ArticleIdentity.AreSame(known, incoming, EntryKeyKind.Id);

    private static Article Item(string id, string text, string path = "package.xml", int index = 0, string? key = null) => new()
    {
        Source = "wire",
        Origin = new EntryOrigin($"wire/{path}", "1", index),
        FirstSeen = Noon,
        Published = Noon,
        SourceId = id,
        Title = text.Split(' ')[^1],
        Html = text,
        Text = text,
        Wire = new WireFacts { ItemKey = key },
    };
}
