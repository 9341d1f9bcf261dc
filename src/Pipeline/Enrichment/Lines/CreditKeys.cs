using System.Buffers;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Enrichment.Lines;

/// <summary>Finds <c>key: value</c> credits in a line, by the keys of <c>credit-keys.txt</c>.</summary>
internal sealed class CreditKeys
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(":：＝丨/／|｜");

    private readonly Dictionary<string, CreditKind> kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex keys;

    public static CreditKeys Shipped { get; } = new(EmbeddedText.Lines("Enrichment.Lines.credit-keys.txt"));

    public CreditKeys(IEnumerable<string> lines)
    {
        foreach (var parts in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2)).Where(
            parts => parts.Length == 2))
            foreach (var key in parts[1].Split('|'))
                kinds[key] = Enum.Parse<CreditKind>(parts[0]);
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
        if (!line.AsSpan().ContainsAny(Separators))
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

    private static string EndOfValue(string rest, CreditKind kind)
    {
        if (kind == CreditKind.OriginalUrl)
            return rest.Trim();
        var end = rest.IndexOfAny(['。', '；', ';', '|', '｜', '\t']);
        return (end < 0 ? rest : rest[..end]).Trim(' ', ',', '，', '、', '/', '（', '(', '·', '—', '-');
    }
}
