using CsCheck;
using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

public sealed class WordSequenceTests
{
    // Shorter and longer than what the processor takes at once, wherever the text ends.
    private static readonly Gen<string[]> Words = Gen.String[Gen.Char["abcxyzABCXYZ0189éßЖ"], 1, 20].Array[1, 12];

    private static readonly Gen<string> Between =
        Gen.OneOf([.. new[] { " ", "  ", "\n", "; ", " – ", "\" «" }.Select(Gen.Const)]);

    [Fact]
    public void A_text_is_its_words_in_small_letters_whatever_their_length_and_whatever_stands_between_them() =>
        Gen.Select(Words, Between).Sample((words, between) => Assert.Equal(
            string.Join(' ', words).ToLowerInvariant(), WordSequence.Folded(string.Join(between, words))));

    [Theory]
    [InlineData("The 3,000 vessels of F. Scott Fitzgerald", "the 3000 vessels of f scott fitzgerald")]
    [InlineData("It's 3.5 per cent. O\u2019Brien", "its 3.5 per cent obrien")]
    [InlineData("Ｔｏｋｙｏ的天気is good", "tokyo 的 天 気 is good")]
    [InlineData("co\u00ADoperation", "cooperation")]
    public void Signs_within_a_word_do_not_part_it_and_characters_of_scripts_without_spaces_stand_alone(string text, string words) =>
        Assert.Equal(words, WordSequence.Folded(text));

    [Fact]
    public void A_name_is_known_by_a_capital_where_no_sentence_begins_and_so_is_the_capital_before_it()
    {
        var words = WordSequence.FromText("Thomas Okoro sold bread there. Bakers from Velmora came later").ToWords();

        Assert.Equal([0, 1, 7], Enumerable.Range(0, words.Length).Where(i => words[i].Kind == WordKind.Name));
        Assert.Equal([0, 5], Enumerable.Range(0, words.Length).Where(i => words[i].StartsSentence));
    }
}
