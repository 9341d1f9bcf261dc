using CsCheck;
using Pipeline.Comparison;

namespace Pipeline.Tests.Comparison;

public sealed class TextRunsTests
{
    // Words of scripts with and without spaces, marks that belong to the letter before them, and white space of several kinds.
    private static readonly string[] Pieces = [
        "bắc", "nắng", "서울에서", "부산에서", "ภาษา", "น้ำ", "山", "か\u3099", "port,", "\n\n", "  ", "\u3000",
        "𠮷"];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].List[0, 12].Select(words => string.Join(' ', words.Select(i => Pieces[i])));

    [Theory]
    [InlineData("Trời hôm nay gió bắc nhẹ.", "Trời hôm nay gió nắng nhẹ.", " bắc", " nắng")]
    [InlineData("시장은 서울에서 회견을 했다.", "시장은 부산에서 회견을 했다.", " 서울에서", " 부산에서")]
    [InlineData("県は道路を閉鎖した。", "県は鉄路を閉鎖した。", "道", "鉄")]
    [InlineData("ดื่มน้ำเย็น", "ดื่มนมเย็น", "น้ำ", "นม")]
    public void A_reader_gets_whole_words(string older, string newer, string removed, string added)
    {
        var runs = TextRuns.Between(older, newer);

        Assert.Contains(
            removed, string.Concat(runs.Where(run => run.Kind == RunKind.Removed).Select(run => run.Text)), StringComparison.Ordinal);
        Assert.Contains(
            added, string.Concat(runs.Where(run => run.Kind == RunKind.Added).Select(run => run.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_alone_is_no_difference() =>
        Assert.Equal([RunKind.Kept], TextRuns.Between("One  line.\nTwo lines.\n", "One line.\n\nTwo lines.").Select(run => run.Kind));

    [Fact]
    public void All_but_what_was_removed_is_the_newer_text() =>
        Texts.Select(Texts).Sample((older, newer) =>
            string.IsNullOrWhiteSpace(newer)
            || string.Concat(TextRuns.Between(older, newer).Where(run => run.Kind != RunKind.Removed).Select(run => run.Text)) == newer);

    [Fact]
    public void No_run_is_white_space() =>
        Texts.Select(Texts).Sample((older, newer) => TextRuns.Between(older, newer).All(run => !string.IsNullOrWhiteSpace(run.Text)));
}
