using System.Buffers;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Enrichment.Lines;

/// <summary>Finds <c>key: value</c> credits in a line, by the keys of <c>credit-keys.txt</c>.</summary>
internal sealed class CreditKeys
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(":：＝丨/／|｜");

    // Å and K as signs of units, which an expression that ignores case takes for the letters.
    private static readonly SearchValues<char> UnitSigns = SearchValues.Create("\u212A\u212B");

    private readonly Dictionary<char, string[]> keysByLast;
    private readonly Dictionary<string, CreditKind> kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex keys;

    public static CreditKeys Shipped { get; } = new(EmbeddedText.Lines("Enrichment.Lines.credit-keys.txt"));

    public CreditKeys(IEnumerable<string> lines)
    {
        foreach (var parts in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2)).Where(
            parts => parts.Length == 2))
            foreach (var key in parts[1].Split('|'))
                kinds[key] = Enum.Parse<CreditKind>(parts[0]);
        keysByLast = kinds.Keys.GroupBy(key => char.ToUpperInvariant(key[^1])).ToDictionary(keys => keys.Key, keys => keys.ToArray());
        // Longest first, and never in the middle of a word: 本文 ends in 文, and "context:" in "text:".
        var any = string.Join('|', kinds.Keys.OrderByDescending(key => key.Length).Select(Regex.Escape));
        // A slash or a bar parts key and value in Chinese and Japanese alone: 文/张三, 取材・文＝鈴木.
        keys = new Regex(
            $@"(?<![\p{{L}}\p{{N}}])(?<key>{any})(?:\s?[：:＝丨]|(?<=\p{{IsCJKUnifiedIdeographs}})\s?[/／|｜])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(MatchTimeout));
    }

    /// <summary>In the order of the line. A value ends where the next key or the sentence does.</summary>
    public IEnumerable<Credit> Read(string line)
    {
        if (!MayHoldKey(line))
            yield break;
        var found = keys.Matches(line);
        for (var i = 0; i < found.Count; i++)
        {
            var start = found[i].Index + found[i].Length;
            var end = i + 1 < found.Count ? found[i + 1].Index : line.Length;
            var kind = kinds[found[i].Groups["key"].Value];
            if (kind != CreditKind.Other && EndOfValue(line[start..end], kind) is { Length: > 0 } value)
                yield return new Credit(kind, value);
        }
    }

    // The expression tries every key at every character; most lines have none before their colons.
    private bool MayHoldKey(string line)
    {
        for (var at = line.AsSpan().IndexOfAny(Separators); at >= 0 && at < line.Length; at++)
        {
            var before = line.AsSpan(0, at);
            if (Separators.Contains(line[at])
                && (EndsInKey(before) || (before is [.., var space] && char.IsWhiteSpace(space) && EndsInKey(before[..^1]))))
                return true;
        }

        return line.AsSpan().ContainsAny(UnitSigns) && line.AsSpan().ContainsAny(Separators);
    }

    private bool EndsInKey(ReadOnlySpan<char> before)
    {
        if (before.IsEmpty || !keysByLast.TryGetValue(char.ToUpperInvariant(before[^1]), out var found))
            return false;
        foreach (var key in found)
            if (before.EndsWith(key, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string EndOfValue(string rest, CreditKind kind)
    {
        if (kind == CreditKind.OriginalUrl)
            return rest.Trim();
        var end = rest.IndexOfAny(['。', '；', ';', '|', '｜', '\t']);
        return (end < 0 ? rest : rest[..end]).Trim(' ', ',', '，', '、', '/', '（', '(', '·', '—', '-');
    }
}
