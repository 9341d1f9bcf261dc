using System.Runtime.InteropServices;
using Pipeline.Enrichment.Languages;
using Pipeline.Enrichment.Splitting;

namespace Pipeline.Enrichment.Terms;

/// <summary>
/// Names in scripts with capitals: words that are capitalised where no sentence starts, and those that are coined. Lines that
/// capitalise every word, as English headlines do, show nothing and are left out.
/// </summary>
internal sealed class CapitalisedNames
{
    private static readonly HashSet<string> Particles = new(
        StringComparer.Ordinal) { "of", "de", "del", "la", "van", "von", "der", "den", "du", "da", "do", "dos", "das", "di", "al", "bin",
            "and" };

    // Between German nouns an article or a preposition shows no name.
    private static readonly HashSet<string> GermanParticles = new(StringComparer.Ordinal) { "von", "van" };

    private readonly TextWords words;
    private readonly string? language;
    private readonly bool nounsAreCapitalised;

    // By the numbers of the words.
    private readonly bool[] isCommon;
    private readonly bool[] isInLowerCase;

    private CapitalisedNames(TextWords words, string? language)
    {
        (this.words, this.language) = (words, language);
        nounsAreCapitalised = LanguageTag.Primary(language ?? "") == "de";
        isCommon = CommonWords.MarkIn(words, language);
        isInLowerCase = new bool[isCommon.Length];
    }

    /// <summary>Each with how often it occurs.</summary>
    /// <param name="words">Of the title and the story.</param>
    /// <param name="story">Without the title.</param>
    /// <param name="language">The text's.</param>
    public static IEnumerable<(string Name, int Count)> In(TextWords words, string story, string? language) =>
        LongForms.FindIn(new CapitalisedNames(words, language).ListSure(), story);

    private IEnumerable<(string Name, int Count)> ListSure()
    {
        var runs = ListRuns();
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in runs)
            CollectionsMarshal.GetValueRefOrAddDefault(written, Written(run), out _)++;
        var counts = new Dictionary<string, (int Count, bool IsSure)>(StringComparer.Ordinal);
        foreach (var part in runs.SelectMany(run => NameRun.Parts(run, language, part => written.GetValueOrDefault(Written(part)))))
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Written(part), out _);
            known = (known.Count + 1, known.IsSure || IsSure(part));
        }

        return counts
            .Where(name => name.Value.IsSure && name.Key.Length >= 3 && (name.Key.Contains(' ') || !StandsInLowerCase(name.Key))
                && !NotNames.Contain(name.Key))
            .Select(name => (name.Key, name.Value.Count));
    }

    private string Written(IReadOnlyList<Word> run) => NameRun.Written(words.Text, run);

    private bool StandsInLowerCase(string word) => words.FindNumber(word) is { } number && isInLowerCase[number];

    private List<List<Word>> ListRuns()
    {
        var lines = ListLines();
        foreach (var line in lines)
            foreach (var word in words.All[line])
                isInLowerCase[word.Number] |= !word.IsCapitalised;
        var runs = new List<List<Word>>();
        foreach (var line in lines)
            AddRuns(words.All[line], runs);
        return runs;
    }

    private List<Range> ListLines()
    {
        var lines = new List<Range>();
        for (var (start, at) = (0, 0); at < words.All.Length;)
        {
            var length = words.Text.AsSpan(start).IndexOf('\n') is >= 0 and var end ? end : words.Text.Length - start;
            var first = at;
            while (at < words.All.Length && words.All[at].Start < start + length)
                at++;
            if (at > first && !HeadlineCase.IsIn(words.Text.AsSpan(start, length), words.All[first..at]))
                lines.Add(first..at);
            start += length + 1;
        }

        return lines;
    }

    private void AddRuns(ReadOnlySpan<Word> line, List<List<Word>> runs)
    {
        List<Word>? run = null;
        foreach (var word in line)
        {
            if (run is not null && Continues(run[^1], word))
            {
                run.Add(word);
                continue;
            }

            run = Begins(word) ? [word] : null;
            if (run is not null)
                runs.Add(run);
        }
    }

    // One capitalised word proves nothing at the start of a sentence or as a thing that is owned, and never in German, where only two in a
    // row do.
    private bool IsSure(IReadOnlyList<Word> run) =>
        run.Any(word => word.IsCoined)
            || (run[0].StartsSentence ? run.Count > 1 && !nounsAreCapitalised : run.Count > 1 || (!nounsAreCapitalised && !run[0].IsOwned));

    private bool Continues(Word before, Word word) =>
        word is { Follows: true, StartsSentence: false }
        && (word.IsCapitalised ? before.Text.Length > 1 || !isCommon[word.Number]
            : (nounsAreCapitalised ? GermanParticles : Particles).Contains(word.Text))
        && !NotNames.IsCalendar(word.Text);

    // What starts a sentence is capitalised whatever it is: it must not be known in lower case.
    private bool Begins(Word word) =>
        word.IsCapitalised && !NotNames.IsCalendar(word.Text) && !NotNames.IsArticle(word.Text, language)
        && (!word.StartsSentence || NotNames.IsPrefix(word.Text) || !(isCommon[word.Number] || isInLowerCase[word.Number]));
}
