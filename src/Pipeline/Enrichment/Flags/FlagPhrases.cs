using System.Buffers;
using Pipeline.Text;

namespace Pipeline.Enrichment.Flags;

/// <summary>A phrase that shows what kind of text an article is, where it stands in one place (<c>flag-phrases.txt</c>).</summary>
internal sealed record FlagPhrases(string Flag, string Place, IReadOnlyList<string> Phrases)
{
    private const int Reach = 400;

    private static readonly Lazy<IReadOnlyList<FlagPhrases>> Loaded = new(
        static () => [.. EmbeddedText.Lines("Enrichment.Flags.flag-phrases.txt").Where(line => !line.StartsWith('#')).Select(Read)]);

    // All phrases are looked for in one pass; most articles hold none.
    private readonly SearchValues<string> any = SearchValues.Create([.. Phrases], StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<FlagPhrases> Shipped => Loaded.Value;

    /// <summary>The phrase that an article holds there; <c>null</c> where it holds none.</summary>
    public string? FoundIn(string title, string text)
    {
        var part = Place switch
        {
            "title" => title,
            "start" => $"{title}\n{text[..Math.Min(Reach, text.Length)]}",
            "end" => text[Math.Max(0, text.Length - Reach)..],
            _ => text[Math.Max(0, text.Length - 30)..].TrimEnd('.', '。', ' ', '»', '›', '>', '→', '…'),
        };
        if (Place != "last" && !part.AsSpan().ContainsAny(any))
            return null;
        return Phrases.FirstOrDefault(
            phrase => Place == "last" ? part.EndsWith(phrase.TrimEnd('…'), StringComparison.OrdinalIgnoreCase)
                || text.EndsWith(phrase, StringComparison.Ordinal) : Holds(part, phrase));
    }

    // Whole words: "Anzeige" is not in "Anzeigetafel". Scripts without spaces have no such edges.
    private static bool Holds(string text, string phrase)
    {
        var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (phrase[^1] >= '\u2E80' || at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]))
            && (phrase[0] >= '\u2E80' || at == 0 || !char.IsLetter(text[at - 1]));
    }

    private static FlagPhrases Read(string line)
    {
        var parts = line.Split(": ", 2);
        var head = parts[0].Split(' ');
        return new FlagPhrases(head[0], head[1], parts[1].Split('|'));
    }
}
