using Pipeline.Enrichment.Languages;

namespace Pipeline.Enrichment.Terms;

/// <summary>
/// Names in scripts with capitals: words that are capitalised where no sentence starts, and those that are coined. Lines that
/// capitalise every word, as English headlines do, show nothing and are left out.
/// </summary>
internal static class CapitalisedNames
{
    private static readonly HashSet<string> Particles = new(
        StringComparer.Ordinal) { "of", "de", "del", "la", "van", "von", "der", "den", "du", "da", "do", "dos", "das", "di", "al", "bin",
            "and" };

    // Between German nouns an article or a preposition shows no name.
    private static readonly HashSet<string> GermanParticles = new(StringComparer.Ordinal) { "von", "van" };

    public static IEnumerable<(string Name, int Count)> In(string title, string text, string? language)
    {
        var lines = $"{title}\n{text}".Split('\n').Select(line => (Text: line, Words: Words.SplitText(line).ToArray())).Where(
            line => !HeadlineCase.IsIn(line.Text, line.Words)).ToArray();
        var inLowerCase = lines.SelectMany(line => line.Words).Where(word => !word.IsCapitalised).Select(word => word.Text).ToHashSet(
            StringComparer.OrdinalIgnoreCase);
        var nounsAreCapitalised = LanguageTag.Primary(language ?? "") == "de";
        var runs = lines.SelectMany(line => Runs(line.Words, language, inLowerCase).Select(run => (Line: line.Text, Run: run))).ToArray();
        var written = runs.CountBy(run => NameRun.Written(run.Line, run.Run), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var counts = new Dictionary<string, (int Count, bool IsSure)>(StringComparer.Ordinal);
        foreach (var (line, run) in runs)
            foreach (var part in NameRun.Parts(run, language, words => written.GetValueOrDefault(NameRun.Written(line, words))))
            {
                var name = NameRun.Written(line, part);
                var known = counts.GetValueOrDefault(name);
                counts[name] = (known.Count + 1, known.IsSure || IsSure(part, nounsAreCapitalised));
            }

        var sure = counts
            .Where(name => name.Value.IsSure && name.Key.Length >= 3 && (name.Key.Contains(' ') || !inLowerCase.Contains(name.Key))
                && !NotNames.Contain(name.Key))
            .Select(name => (name.Key, name.Value.Count));
        return LongForms.FindIn(sure, text);
    }

    // One capitalised word proves nothing at the start of a sentence or as a thing that is owned, and never in German, where only two in a
    // row do.
    private static bool IsSure(IReadOnlyList<Word> run, bool nounsAreCapitalised) =>
        run.Any(word => word.IsCoined)
            || (run[0].StartsSentence ? run.Count > 1 && !nounsAreCapitalised : run.Count > 1 || (!nounsAreCapitalised && !run[0].IsOwned));

    private static IEnumerable<List<Word>> Runs(Word[] words, string? language, HashSet<string> inLowerCase)
    {
        var run = new List<Word>();
        foreach (var word in words)
        {
            if (run.Count > 0 && Continues(run[^1], word, language))
            {
                run.Add(word);
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = Begins(word, language, inLowerCase) ? [word] : [];
        }

        if (run.Count > 0)
            yield return run;
    }

    private static bool Continues(Word before, Word word, string? language) =>
        word is { Follows: true, StartsSentence: false } && !NotNames.IsCalendar(word.Text)
        && (word.IsCapitalised ? before.Text.Length > 1 || !CommonWords.Contain(word.Text, language)
            : (LanguageTag.Primary(language ?? "") == "de" ? GermanParticles : Particles).Contains(word.Text));

    // What starts a sentence is capitalised whatever it is: it must not be known in lower case.
    private static bool Begins(Word word, string? language, HashSet<string> inLowerCase) =>
        word.IsCapitalised && !NotNames.IsCalendar(word.Text) && !NotNames.IsArticle(word.Text, language)
        && (!word.StartsSentence || NotNames.IsPrefix(word.Text)
            || !(CommonWords.Contain(word.Text, language) || inLowerCase.Contains(word.Text)));
}
