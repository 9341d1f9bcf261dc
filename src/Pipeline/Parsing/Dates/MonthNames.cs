namespace Pipeline.Parsing.Dates;

/// <summary>
/// Month names by language. Written here and not taken from the machine's locale data, whose spellings differ by version.
/// A word is a month where it is a name, or the start of the names of one month only in the first language that has any.
/// </summary>
internal static class MonthNames
{
    private static readonly (string Language, string[] Names)[] Years =
        [.. MonthSpellings.ByLanguage.Select(line => line.Split(": ")).Select(parts => (parts[0], DateText.Fold(parts[1]).Split(' ')))];

    private static readonly Dictionary<string, int> Exact = new(
        Years.SelectMany(year => year.Names.Select((name, index) => (Name: name, Month: index + 1))).DistinctBy(month => month.Name)
            .Select(month => KeyValuePair.Create(month.Name, month.Month)), StringComparer.Ordinal);

    /// <summary>1 to 12; <c>null</c> for a word that is no month, or could be two. Case and accents have been taken off.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">The language whose names come first: <c>listopad</c> is October in Croatian and November in Polish.</param>
    public static int? Number(string word, string? language = null)
    {
        if (language is not null && Years.Where(year => year.Language == language).Select(year => Array.IndexOf(year.Names, word))
            .FirstOrDefault(at => at >= 0, -1) is var own and >= 0)
            return own + 1;
        if (Exact.TryGetValue(word, out var exact))
            return exact;
        return word.Length < 3 ? null : Years.Select(year => StartOf(year.Names, word)).FirstOrDefault(month => month is not null);
    }

    private static int? StartOf(string[] names, string word)
    {
        var first = Array.FindIndex(names, name => name.StartsWith(word, StringComparison.Ordinal));
        return first >= 0 && Array.FindLastIndex(names, name => name.StartsWith(word, StringComparison.Ordinal)) == first ? first + 1
            : null;
    }
}
