using Pipeline.Articles;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Tests.Ingestion.Identity;

public class SharedKeysTests
{
    private const string Board = "https://valley.example/board";

    [Fact]
    public void What_different_entries_of_a_file_have_in_common_names_none_of_them()
    {
        Entry[] entries = [Notice("Mill turns"), Notice("Road shut")];

        var shared = SharedKeys.FindIn(entries, "valley");

        Assert.Equal([EntryKeys.Local(Board, "valley")], shared);
        Assert.Equal(2, entries.Select(entry => EntryKeys.Unshared(entry, "valley", [.. shared])[0].Value).Distinct().Count());
    }

    [Fact]
    public void Undated_entries_of_one_address_are_known_by_their_titles_unless_two_have_the_same()
    {
        Entry[] entries = [Notice("Mill turns"), Notice("Road shut"), Notice("Weather"), Notice("Weather", "Rain.")];

        var shared = SharedKeys.FindIn(entries, "valley");

        Assert.Equal(
            [EntryKeyKind.Title, EntryKeyKind.Title, EntryKeyKind.Words, EntryKeyKind.Words],
            entries.Select(entry => EntryKeys.Unshared(entry, "valley", [.. shared])[0].Kind));
    }

    [Fact]
    public void An_entry_that_is_there_twice_keeps_its_name() =>
        Assert.Empty(SharedKeys.FindIn([Notice("Mill turns"), Notice("Mill turns")], "valley"));

    [Fact]
    public void Two_versions_of_a_wire_item_keep_their_name()
    {
        Entry[] versions = [Item(1, "Mill"), Item(2, "Mill, corrected")];

        Assert.DoesNotContain(ClaimKey.Global("urn:example:mill"), SharedKeys.FindIn(versions, "wire"));
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("null")]
    [InlineData("-")]
    [InlineData("https://valley.example/")]
    [InlineData("http://valley.example")]
    [InlineData("https://valley.example/null")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void What_stands_where_a_name_belongs_is_none(string text) => Assert.False(EntryKeys.IsName(text));

    [Theory]
    [InlineData("4711")]
    [InlineData("https://valley.example/?p=4711")]
    [InlineData("tag:valley.example,2026:mill")]
    public void A_name_is_one(string text) => Assert.True(EntryKeys.IsName(text));

    private static Entry Notice(string title, string? text = null) =>
        new() { Title = title, Url = Board, ContentHtml = $"<p>{text ?? title} again.</p>" };

    private static Entry Item(int version, string title) => new()
    {
        SourceId = "urn:example:mill",
        SourceIdIsGlobal = true,
        Title = title,
        Wire = new WireFacts { Version = version },
    };
}
