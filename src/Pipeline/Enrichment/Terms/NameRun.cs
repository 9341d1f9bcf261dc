using Pipeline.Enrichment.Splitting;

namespace Pipeline.Enrichment.Terms;

/// <summary>A run of capitalised words and the particles between them: one name, or two that "and" joins, behind a title or not.</summary>
internal static class NameRun
{
    /// <summary>The names in a run, without titles before and particles after them.</summary>
    /// <param name="run">At least one word.</param>
    /// <param name="language">The text's.</param>
    /// <param name="occurs">How often the text has just these words as a run.</param>
    public static IEnumerable<IReadOnlyList<Word>> Parts(List<Word> run, string? language, Func<IReadOnlyList<Word>, int> occurs)
    {
        var and = run.FindIndex(word => word.Text == "and");
        if (and <= 0 || IsOneName(run, and, language, occurs))
            return new[] { Bare(run, language) }.Where(part => part.Count > 0);
        return new[] { Bare(run[..and], language) }.Where(part => part.Count > 0).Concat(Parts(run[(and + 1)..], language, occurs));
    }

    public static string Written(string text, IReadOnlyList<Word> run) => text[run[0].Start..run[^1].End];

    // "Securities and Exchange Commission", "Department of Health and Human Services", but "United States and China".
    // Two of one length are two ("Tova Noel and Michael Thomas"), others are one where the text repeats them together and never apart:
    // "Customs and Border Protection".
    private static bool IsOneName(List<Word> run, int and, string? language, Func<IReadOnlyList<Word>, int> occurs)
    {
        if (and + 1 >= run.Count || NotNames.IsArticle(run[and + 1].Text, language))
            return false;
        if (NotNames.IsOrganisation(run[^1].Text) || (NotNames.IsOrganisation(run[0].Text) && run[..and].Exists(word => word.Text == "of")))
            return true;
        return and != run.Count - and - 1 && occurs(run) > 1 && occurs(run[..and]) == 0 && occurs(run[(and + 1)..]) == 0;
    }

    // "US President Donald Trump" is Donald Trump; an office that stands alone stays.
    private static List<Word> Bare(List<Word> run, string? language)
    {
        var start = run.FindIndex(word => !NotNames.IsArticle(word.Text, language) && !NotNames.IsCompound(word.Text));
        run = start < 0 ? [] : run[start..(run.FindLastIndex(word => !char.IsLower(word.Text[0])) + 1)];
        var title = run.FindLastIndex(word => NotNames.IsTitle(word.Text));
        var name = title < 0 ? -1 : run.FindIndex(title + 1, word => word.Text is not ("von" or "der" or "de" or "du" or "del"));
        return name > title && char.IsUpper(run[name].Text[0]) ? run[name..] : run;
    }
}
