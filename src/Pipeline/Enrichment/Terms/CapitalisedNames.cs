using Pipeline.Enrichment.Languages;

namespace Pipeline.Enrichment.Terms;

/// <summary>Names in scripts with capitals: words that are capitalised where no sentence starts, and those that are coined.</summary>
internal static class CapitalisedNames
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "of", "de", "del", "la", "van", "von", "der", "den", "du", "da", "di", "al", "bin", "für", "and" };

    public static IEnumerable<(string Name, int Count)> In(string text, string? language)
    {
        var nounsAreCapitalised = LanguageTag.Primary(language ?? "") == "de";
        var counts = new Dictionary<string, (int Count, bool IsSure)>(StringComparer.Ordinal);
        foreach (var run in Runs(text, language))
        {
            // One capitalised word proves nothing at the start of a sentence, and never in German.
            var sure = run.Any(word => word.IsCoined) || (!nounsAreCapitalised && !run[0].StartsSentence) || (!nounsAreCapitalised && run.Count > 1);
            var name = string.Join(' ', run.Select(word => word.Text));
            var known = counts.GetValueOrDefault(name);
            counts[name] = (known.Count + 1, known.IsSure || sure);
        }

        return counts.Where(name => name.Value.IsSure && name.Key.Length >= 3).Select(name => (name.Key, name.Value.Count));
    }

    private static IEnumerable<List<Word>> Runs(string text, string? language)
    {
        var run = new List<Word>();
        foreach (var word in Words.Of(text))
        {
            var continues = run.Count > 0 && word is { Follows: true, StartsSentence: false };
            if (continues && Particles.Contains(word.Text))
            {
                run.Add(word);
                continue;
            }

            if (!continues && Trimmed(run) is { Count: > 0 } whole)
                yield return whole;
            if (!continues)
                run = [];
            if (word.IsCapitalised && !(run.Count == 0 && CommonWords.Contain(word.Text, language)))
            {
                run.Add(word);
            }
            else
            {
                if (Trimmed(run) is { Count: > 0 } ended)
                    yield return ended;
                run = [];
            }
        }

        if (Trimmed(run) is { Count: > 0 } last)
            yield return last;
    }

    // A name may hold a particle and not end in one.
    private static List<Word> Trimmed(List<Word> run) => run[..(run.FindLastIndex(word => !Particles.Contains(word.Text)) + 1)];
}
