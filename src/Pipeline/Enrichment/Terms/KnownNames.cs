using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Names that need no guessing, with what other scripts call them (<c>known-names.txt</c>).</summary>
internal static class KnownNames
{
    private static readonly Lazy<(string Alias, string Name)[]> Aliases = new(static () =>
        [.. EmbeddedText.Lines("Enrichment.Terms.known-names.txt").Where(line => !line.StartsWith('#')).Select(line => line.Split('|'))
            .SelectMany(words => words.Select(alias => (alias, words[0])))]);

    private static readonly Lazy<(string Name, string[] Aliases)[]> ByName = new(static () =>
        [.. Aliases.Value.GroupBy(alias => alias.Name).Select(names => (names.Key, names.Select(name => name.Alias).ToArray()))]);

    private static readonly Lazy<HashSet<string>> Known = new(
        static () => Aliases.Value.Select(alias => alias.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Each with how often it occurs; a name found only in another language is given with it: <c>Google (谷歌)</c>.</summary>
    public static IEnumerable<(string Name, int Count)> In(string text)
    {
        foreach (var (name, aliases) in ByName.Value)
        {
            var found = aliases.Select(alias => (Alias: alias, Count: Occurrences(text, alias))).Where(alias => alias.Count > 0).ToArray();
            if (found.Length > 0)
                yield return (Label(name, found[0].Alias), found.Sum(alias => alias.Count));
        }
    }

    public static bool Contain(string name) => Known.Value.Contains(name);

    private static string Label(string name, string alias) =>
        name.Equals(alias, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({alias})";

    private static int Occurrences(string text, string alias)
    {
        var count = 0;
        for (var at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(alias, at + alias.Length, StringComparison.Ordinal))
            count += StandsAlone(text, at, alias) ? 1 : 0;
        return count;
    }

    // "EU" in "EUROPE" is no name; scripts without spaces have no such edges.
    private static bool StandsAlone(string text, int at, string alias) =>
        alias[0] >= '\u2E80' || ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || text[at - 1] >= '\u2E80')
            && (at + alias.Length >= text.Length || !char.IsLetterOrDigit(text[at + alias.Length]) || text[at + alias.Length] >= '\u2E80'));
}
