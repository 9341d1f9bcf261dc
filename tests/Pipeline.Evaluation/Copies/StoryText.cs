using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Evaluation.Copies;

/// <summary>What the two figures without labels look at: the different runs of four words of a text and its different numbers of two digits
/// or more.</summary>
/// <param name="Grams">Numbers of the runs, in ascending order: the rarer in the set, the smaller.</param>
/// <param name="Numbers">As written.</param>
/// <param name="Amounts">All numbers, with their fractions, and those that English spells out.</param>
/// <param name="Words">How many words it has.</param>
internal sealed partial record StoryText(int[] Grams, HashSet<string> Numbers, HashSet<string> Amounts, int Words)
{
    private const int Run = 4;

    /// <summary>The texts of articles, as published: without what the pipeline does to them.</summary>
    public static IReadOnlyList<StoryText> ReadAll(IReadOnlyList<CorpusArticle> articles)
    {
        var texts = articles.Select(article => WebUtility.HtmlDecode(Tag().Replace(article.Html, " "))).ToList();
        var words = texts.Select(text => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToArray()).ToList();
        var grams = words.Select(Grams).ToList();
        var numbers = grams.SelectMany(own => own).CountBy(gram => gram).OrderBy(gram => gram.Value).Select(
            (gram, index) => (gram.Key, index)).ToDictionary();
        return [.. grams.Select(
            (own, index) => new StoryText(
                [.. own.Select(gram => numbers[gram]).Order()], All(Number(), texts[index]), All(Amount(), texts[index]),
                words[index].Length))];

        static HashSet<string> Grams(string[] words) =>
            [.. Enumerable.Range(0, Math.Max(1, words.Length - Run + 1)).Select(start => string.Join(' ', words.Skip(start).Take(Run)))];

        static HashSet<string> All(Regex what, string text) => [.. what.Matches(text).Select(match => match.Value)];
    }

    /// <summary>The share of the smaller text's runs that the larger has.</summary>
    public double Containment(StoryText other) => (double)Shared(other) / Math.Min(Grams.Length, other.Grams.Length);

    /// <summary>The share of the runs of both that both have.</summary>
    public double Resemblance(StoryText other)
    {
        var shared = Shared(other);
        return (double)shared / (Grams.Length + other.Grams.Length - shared);
    }

    /// <summary>Whether the two carry one story: half of the smaller's runs, and half of the numbers of the one that has fewer, are in the
    /// other.</summary>
    public bool IsSameStory(StoryText other)
    {
        var (fewer, more) = Numbers.Count <= other.Numbers.Count ? (Numbers, other.Numbers) : (other.Numbers, Numbers);
        return Containment(other) >= 0.5 && fewer.Count(more.Contains) * 2 >= fewer.Count;
    }

    /// <summary>Whether the longer of the two tells every amount that the shorter tells.</summary>
    public bool HasSameAmounts(StoryText other) =>
        Words <= other.Words ? Amounts.IsSubsetOf(other.Amounts) : other.Amounts.IsSubsetOf(Amounts);

    private int Shared(StoryText other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < Grams.Length && j < other.Grams.Length)
        {
            var order = Grams[i].CompareTo(other.Grams[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\d(?:[\d.,/-]*\d)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
