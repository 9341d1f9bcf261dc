using System.Collections.Frozen;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>The words that say the same in every text: grammar, directions and denials, and small numbers. They are found by their
/// hashes, so that one look-up tells all.</summary>
internal static class ListedWords
{
    private const ulong Buckets = 8192;

    private const string Common =
        """
        about after also been before being between both could down even from have here into just like made many more most much must only
        other
        over said same should some such than that their them then there these they this those through under until very were what when where
        which while whom will with would your como cuando desde entre este esta hasta para pero porque sobre también avec cette comme dans
        elle être leur mais nous plus pour sans sont sous aber auch dass dem eine einem einen einer haben nach nicht noch oder sich sind
        über
        werden wird wurde alla anche come della delle nella questo sono mais como pela pelo uma voor niet zijn wordt door
        """;

    // The characters of Chinese function words, in both scripts, and the particles of Japanese.
    private const string CommonCharacters =
        "的一是了在不有我他她它这這个個们們中来來上大為为和地到說说要就出也你以會会可裡里對对"
        + "生能而子那得于於自之下过過去然後后沒没與与但被從从很都還还把讓让並并或及其所將将已" +
        "のはがをにとでもへやかなたてしいるれさらり";

    // What turns a report into its opposite, in the languages that the pipeline names first and as words are folded. A form that is missing
    // there is an ordinary word.
    private static readonly Dictionary<string, WordKind> Directions = EmbeddedText.Lines("Matching.Data.directions.txt")
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(word => (word, Kind: Enum.Parse<WordKind>(words[0]))))
        .Concat(
            new (WordKind Kind, string Characters)[]
            {
                (WordKind.Up, "升涨增赢胜"), (WordKind.Down, "降跌减输败"), (WordKind.Level, "平"),
                (WordKind.Negation, "不没未无非"),
            }.SelectMany(pair => pair.Characters.Select(c => (word: c.ToString(), pair.Kind))))
        .DistinctBy(pair => pair.word)
        .ToDictionary(pair => pair.word, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Grammar = Common.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Concat(CommonCharacters.Select(c => c.ToString())).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ulong, Word> ByHash = Grammar.Concat(Directions.Keys).Distinct()
        .Select(text => (WordHash.Compute(text), Classify(text)))
        .Concat(NumberWords.All.Select(number => (WordHash.Compute(number.Word), NumberFrom(number.Digits))))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    // Most words of a text are not listed; of those, this leaves one in ten to look up.
    private static readonly bool[] MayBeListed = ListBuckets();

    public static Word? Find(ulong hash) => MayBeListed[hash % Buckets] && ByHash.TryGetValue(hash, out var word) ? word : null;

    private static bool[] ListBuckets()
    {
        var buckets = new bool[Buckets];
        foreach (var hash in ByHash.Keys)
            buckets[hash % Buckets] = true;
        return buckets;
    }

    private static Word Classify(string text)
    {
        var word = WordKinds.ClassifyUnlisted(text, WordHash.Compute(text));
        if (word.Kind == WordKind.Number)
            return word;
        if (Grammar.Contains(text))
            word = word with { Kind = WordKind.Common, Traits = word.Traits | WordTraits.Common };
        return Directions.TryGetValue(text, out var direction) ? word with { Kind = direction } : word;
    }

    private static Word NumberFrom(string digits) => WordKinds.ClassifyUnlisted(digits, WordHash.Compute(digits));
}
