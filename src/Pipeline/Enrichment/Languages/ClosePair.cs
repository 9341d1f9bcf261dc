using System.Globalization;
using Pipeline.Text;

namespace Pipeline.Enrichment.Languages;

/// <summary>
/// What tells two languages apart that share most of their trigrams, as <c>close-languages.txt</c> has it: words that one of the two does
/// not write, and runs of four and five letters that are commoner in one of them.
/// </summary>
internal sealed class ClosePair
{
    private const char Edge = '_';

    // The lengths of the runs that the file has.
    private const int ShortRun = 4;
    private const int LongRun = 5;

    private static readonly Lazy<ClosePair[]> Shipped = new(
        static () => [.. Read(EmbeddedText.Lines("Enrichment.Languages.close-languages.txt"))]);

    private readonly string first;
    private readonly string second;
    private readonly int prior;
    private readonly Dictionary<string, sbyte> weights = new(StringComparer.Ordinal);

    private ClosePair(string first, string second, int prior) => (this.first, this.second, this.prior) = (first, second, prior);

    /// <summary><c>null</c> where trigrams tell the two well enough.</summary>
    public static ClosePair? Find(string one, string other) =>
        Array.Find(Shipped.Value, pair => (pair.first == one && pair.second == other) || (pair.first == other && pair.second == one));

    /// <summary>By how many halves of a bit the words of the text speak for the language, and against the other one.</summary>
    public int Evidence(ReadOnlySpan<char> text, string language)
    {
        var padded = Pad(text);
        var sum = prior;
        foreach (var range in padded.Split(Edge))
        {
            var word = padded[range];
            if (word.Length > 0)
                sum += Weight(padded[(range.Start.Value - 1)..(range.End.Value + 1)]);
            for (var length = ShortRun; length <= LongRun; length++)
                for (var i = 0; i + length <= word.Length; i++)
                    sum += Weight(word.Slice(i, length));
        }

        return language == first ? sum : -sum;
    }

    private int Weight(ReadOnlySpan<char> piece) =>
        weights.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece, out var weight) ? weight : 0;

    private static ReadOnlySpan<char> Pad(ReadOnlySpan<char> text)
    {
        var padded = new char[text.Length + 2];
        for (var i = 0; i < text.Length; i++)
            padded[i + 1] = char.IsLetter(text[i]) ? char.ToLowerInvariant(text[i]) : Edge;
        (padded[0], padded[^1]) = (Edge, Edge);
        return padded;
    }

    private static IEnumerable<ClosePair> Read(IEnumerable<string> lines)
    {
        ClosePair? pair = null;
        foreach (var parts in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')))
        {
            if (parts[0] == "pair")
            {
                if (pair is not null)
                    yield return pair;
                pair = new ClosePair(parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
                continue;
            }

            foreach (var piece in parts[1..])
                pair!.weights.Add(piece, sbyte.Parse(parts[0], CultureInfo.InvariantCulture));
        }

        yield return pair!;
    }
}
