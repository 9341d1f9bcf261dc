using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Splitting;

/// <summary>The words of a text, over its first 60,000 characters.</summary>
internal sealed partial class TextWords
{
    private const int MaxCharacters = 60_000;

    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".!?:\n“\"«„");

    private readonly List<Word> words = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);

    private TextWords(string text) => Text = text;

    /// <summary>What they are the words of, whole.</summary>
    public string Text { get; }

    /// <summary>In their order.</summary>
    public ReadOnlySpan<Word> All => CollectionsMarshal.AsSpan(words);

    public static TextWords FromText(string text)
    {
        var found = new TextWords(text);
        found.Split(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        return found;
    }

    /// <summary>The number of a word that stands in the text, in whatever case; <c>null</c> for another.</summary>
    public int? FindNumber(string word) => numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>By their numbers, for which words something holds that takes no notice of case.</summary>
    public bool[] Mark(Func<string, bool> holds)
    {
        var marked = new bool[numbers.Count];
        foreach (var (word, number) in numbers)
            marked[number] = holds(word);
        return marked;
    }

    private void Split(string text)
    {
        var (end, before, owns) = (0, "", false);
        foreach (var range in WordScan.WordsOf(text))
        {
            var (start, written) = (range.Start.Value, text[range]);
            var gap = text.AsSpan(end, start - end);
            var abbreviated = gap is ". " && Abbreviation().IsMatch(before);
            var startsSentence = end == 0 || (gap.ContainsAny(SentenceStarts) && !abbreviated);
            // Most words have no apostrophe, and without one nothing is elided or owned.
            var isPlain = !written.AsSpan().ContainsAny('\'', '’');
            var elided = isPlain ? 0
                : Elision().Match(startsSentence ? char.ToLowerInvariant(written[0]) + written[1..] : written).Length;
            var word = isPlain ? written : Possessive().Replace(written[elided..], "");
            // What is owned is another thing than its owner: "Google's Stadia" are two names.
            var follows = elided == 0 && !owns && (gap is " " || abbreviated);
            words.Add(new Word(word, Number(word), start + elided, startsSentence, owns && gap is " ", follows));
            (end, before, owns) = (range.End.Value, word, elided + word.Length < written.Length);
        }
    }

    private int Number(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var isKnown);
        if (!isKnown)
            number = numbers.Count - 1;
        return number;
    }

    [GeneratedRegex("(?<=.)(?:['’]s?|['’]S)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:[ldnjmtsc]|qu|un|dell|nell|all|dall|sull|quell)['’](?=\p{L})", RegexOptions.None, MatchTimeout)]
    private static partial Regex Elision();

    [GeneratedRegex(@"^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Jr|Sr|Hr|Fr|Mme|Sra?)$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Abbreviation();
}
