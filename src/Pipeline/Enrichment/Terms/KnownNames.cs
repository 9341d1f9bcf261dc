using System.Buffers;
using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Names that need no guessing, with what other scripts call them (<c>known-names.txt</c>).</summary>
internal static class KnownNames
{
    private static readonly Lazy<(string Alias, string Name)[]> Aliases = new(static () =>
        [.. EmbeddedText.Lines("Enrichment.Terms.known-names.txt").Where(line => !line.StartsWith('#')).Select(line => line.Split('|'))
            .SelectMany(words => words.Select(alias => (alias, words[0])))]);

    // All aliases are looked for in one pass.
    private static readonly Lazy<SearchValues<string>> Starts = new(
        static () => SearchValues.Create([.. Aliases.Value.Select(alias => alias.Alias)], StringComparison.Ordinal));

    private static readonly Lazy<ILookup<char, int>> ByFirst = new(static () => Enumerable.Range(0, Aliases.Value.Length).ToLookup(
        at => Aliases.Value[at].Alias[0]));

    private static readonly Lazy<HashSet<string>> Known = new(
        static () => Aliases.Value.Select(alias => alias.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Each with how often it occurs; a name found only in another language is given with it: <c>Google (谷歌)</c>.</summary>
    public static IEnumerable<(string Name, int Count)> FindIn(string text) =>
        CountIn(text).GroupBy(found => Aliases.Value[found.Alias].Name, StringComparer.Ordinal).Select(
            found => (Label(found.Key, Aliases.Value[found.First().Alias].Alias), found.Sum(alias => alias.Count)));

    // In the order of the list, whatever that of the text is.
    private static IEnumerable<(int Alias, int Count)> CountIn(string text)
    {
        var found = new SortedDictionary<int, (int Count, int End)>();
        for (int at = 0, next; at < text.Length && (next = text.AsSpan(at).IndexOfAny(Starts.Value)) >= 0; at += next + 1)
            foreach (var alias in ByFirst.Value[text[at + next]])
                CountAt(text, at + next, alias, found);
        return found.Where(alias => alias.Value.Count > 0).Select(alias => (alias.Key, alias.Value.Count));
    }

    // What has been counted is not counted again within itself.
    private static void CountAt(string text, int at, int index, SortedDictionary<int, (int Count, int End)> found)
    {
        var (alias, known) = (Aliases.Value[index].Alias, found.GetValueOrDefault(index));
        if (at >= known.End && string.CompareOrdinal(text, at, alias, 0, alias.Length) == 0)
            found[index] = (known.Count + (StandsAlone(text, at, alias) ? 1 : 0), at + alias.Length);
    }

    public static bool Contain(string name) => Known.Value.Contains(name);

    private static string Label(string name, string alias) =>
        name.Equals(alias, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({alias})";

    // "EU" in "EUROPE" is no name; scripts without spaces have no such edges.
    private static bool StandsAlone(string text, int at, string alias) =>
        alias[0] >= '\u2E80' || ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || text[at - 1] >= '\u2E80')
            && (at + alias.Length >= text.Length || !char.IsLetterOrDigit(text[at + alias.Length]) || text[at + alias.Length] >= '\u2E80'));
}
