using System.Collections.Frozen;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>The built-in background model: which words are common, without any statistics at run time.</summary>
internal static class WordKinds
{
    private const int MaxShortWordLength = 3;

    // Thai comes first of the scripts without spaces.
    private const char FirstSpaceless = '\u0E00';

    private static readonly FrozenSet<string> Common =
        """
        about after also been before being between both could down even from have here into just like made many more most much must only
        other
        over said same should some such than that their them then there these they this those through under until very were what when where
        which while whom will with would your como cuando desde entre este esta hasta para pero porque sobre también avec cette comme dans
        elle être leur mais nous plus pour sans sont sous aber auch dass dem eine einem einen einer haben nach nicht noch oder sich sind
        über
        werden wird wurde alla anche come della delle nella questo sono mais como pela pelo uma voor niet zijn wordt door
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // The characters of Chinese function words, in both scripts, and the particles of Japanese.
    private const string CommonCharacters =
        "的一是了在不有我他她它這这個个們们中來来上大為为和地到說说要就出也你以會会可裡里對对"
        + "生能而子那得于於自之下過过去然後后沒没與与但被從从很都還还把讓让並并或及其所将將已" +
        "のはがをにとでもへやかなたてしいるれさらり";

    // What turns a report into its opposite, in the languages that the pipeline names first and as words are folded. A form that is missing
    // there is an ordinary word.
    private static readonly FrozenDictionary<string, WordKind> Directions = EmbeddedText.Lines("Matching.Data.directions.txt")
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(word => (word, Kind: Enum.Parse<WordKind>(words[0]))))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, WordKind> DirectionCharacters =
        new (WordKind Kind, string Characters)[]
        {
            (WordKind.Up, "升涨增赢胜"), (WordKind.Down, "降跌减输败"), (WordKind.Level, "平"),
            (WordKind.Negation, "不没未无非"),
        }.SelectMany(pair => pair.Characters.Select(c => (Character: c.ToString(), pair.Kind)))
            .ToFrozenDictionary(pair => pair.Character, pair => pair.Kind, StringComparer.Ordinal);

    public static WordKind Classify(Word word)
    {
        if (IsNumber(word.Text))
            return WordKind.Number;
        if (Directions.TryGetValue(word.Text, out var direction)
            || (word.Text.Length == 1 && DirectionCharacters.TryGetValue(word.Text, out direction)))
            return direction;
        if (IsCommon(word.Text))
            return WordKind.Common;
        return word.IsCapitalized ? WordKind.Name : WordKind.Ordinary;
    }

    public static bool IsSpaceless(string word) =>
        word[0] >= FirstSpaceless && Rune.TryGetRuneAt(word, 0, out var first) && Scripts.IsWrittenWithoutSpaces(first);

    public static bool IsCommon(string word) =>
        IsSpaceless(word) ? CommonCharacters.Contains(word, StringComparison.Ordinal)
            : !IsNumber(word) && (word.Length <= MaxShortWordLength || Common.Contains(word));

    // A loop, as this is asked several times of every word of every text.
    public static bool IsNumber(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c) && c != '.' && !CharacterClass.IsHanNumeral(c))
                return false;
        }

        return word.Length > 1 || char.IsAsciiDigit(word[0]);
    }
}
