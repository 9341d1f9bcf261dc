using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>
/// Words of a Chinese text, found without a dictionary: strings of two to six characters that recur, hold together more than their
/// parts would by chance, and stand in differing company (new-word discovery by cohesion and freedom, after Matrix67, 2012).
/// </summary>
internal static partial class HanTerms
{
    private const int MaxLength = 6;
    private const double MinCohesion = 8;
    private const double ShareOfParts = 0.7;
    private const int MaxCharacters = 60_000;

    // Characters that start or end no word worth naming: particles, pronouns, prepositions, auxiliaries, counters.
    private static readonly HashSet<char> Edges =
        [.. "的了是在和与與及或也就都而但被把将將对對从從向以为為等这這那其之所于於有我你您他她"
            + "它们們个個一不上下中来來去到说說要会會能可很还還又更最并並让讓给給由使得着著过過"
            + "吗嗎呢吧啊么麼没沒每种種些该該此则則因如若虽雖然且只再已经經曾正刚剛第两兩几幾多"
            + "少各某"
            + "年月日时時后後前里裡内外间間做用看想让当當称稱表示通成"];

    // Words of every subject.
    private static readonly HashSet<string> OfNews =
        [.. ("影响 影響 发展 發展 研究 问题 問題 情况 情況 工作 进行 進行 目前 相关 相關 认为 認為 "
            + "没有 沒有 可以 可能 需要 已经 已經 通过 通過 方面 包括 今年 去年 记者 記者 报道 報導 "
            + "人们 人們 "
            + "新闻 新聞 最近 同时 同時 因此 如果 重要 主要 部分 方式 结果 結果 技术 技術 公司 数据 "
            + "數據 世界 社会 社會 国家 國家 时间 時間 问题 开始 開始 成为 成為 过去 過去 未来 未來 "
            + "背景 信息 现状").Split(' ')];

    /// <summary>Terms with how often they occur, in order of the text.</summary>
    public static IReadOnlyList<(string Term, int Count)> FindIn(string text)
    {
        var runs = Runs().Matches(text.Length > MaxCharacters ? text[..MaxCharacters] : text).Select(match => match.Value).ToArray();
        var total = runs.Sum(run => run.Length);
        var counts = Count(runs);
        var company = Company(runs, counts);
        (string Term, int Count)[] terms = [.. counts
            .Where(pair => pair.Key.Length >= 2 && pair.Value >= 2 && !OfNews.Contains(pair.Key) && !Edges.Contains(pair.Key[0])
                && !EndsInEdge(pair.Key))
            .Where(pair => Cohesion(pair.Key, pair.Value, counts, total) >= MinCohesion && company.GetValueOrDefault(pair.Key) >= 2)
            .Select(pair => (pair.Key, pair.Value))];
        return [.. terms.Where(term => !terms.Any(longer => IsPart(term, longer)))];
    }

    // Auxiliaries that also end long nouns: 人工智能, 全国运动会.
    private static bool EndsInEdge(string term) => Edges.Contains(term[^1]) && !(term.Length >= 4 && term[^1] is '能' or '会' or '會');

    // 人工 nearly always stands in 人工智能.
    private static bool IsPart((string Term, int Count) term, (string Term, int Count) longer) =>
        longer.Term.Length > term.Term.Length && longer.Count >= ShareOfParts * term.Count
            && longer.Term.Contains(term.Term, StringComparison.Ordinal);

    private static Dictionary<string, int> Count(string[] runs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var run in runs)
            for (var i = 0; i < run.Length; i++)
                for (var length = 1; length <= MaxLength && i + length <= run.Length; length++)
                    CollectionsMarshal.GetValueRefOrAddDefault(bySpan, run.AsSpan(i, length), out _)++;
        return counts;
    }

    // Of the two sides, the one with fewer neighbours: a part of a longer word always has the same one.
    private static Dictionary<string, int> Company(string[] runs, Dictionary<string, int> counts)
    {
        var neighbours = new Dictionary<string, (HashSet<char> Left, HashSet<char> Right)>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var edge = '\u0001';
        foreach (var run in runs)
            for (var i = 0; i < run.Length; i++)
                for (var length = 2; length <= MaxLength && i + length <= run.Length; length++)
                    if (bySpan[run.AsSpan(i, length)] >= 2)
                    {
                        var term = run.Substring(i, length);
                        var (left, right) = neighbours.TryGetValue(term, out var known) ? known : neighbours[term] = ([], []);
                        // Every edge of a run is a neighbour of its own: punctuation shows a whole word.
                        left.Add(i > 0 ? run[i - 1] : edge++);
                        right.Add(i + length < run.Length ? run[i + length] : edge++);
                    }

        return neighbours.ToDictionary(
            pair => pair.Key, pair => Math.Min(pair.Value.Left.Count, pair.Value.Right.Count), StringComparer.Ordinal);
    }

    private static double Cohesion(string term, int count, Dictionary<string, int> counts, int total) =>
        Enumerable.Range(1, term.Length - 1).Min(split => (double)count * total / ((double)counts[term[..split]] * counts[term[split..]]));

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF]{2,}", RegexOptions.None, MatchTimeout)]
    private static partial Regex Runs();
}
