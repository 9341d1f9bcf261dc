namespace Pipeline.Storage.Lists;

/// <summary>Which values of one fact let an article through: one of those that are wanted, where any are, and none of the unwanted.
/// Case does not count.</summary>
public sealed record ValueFilter(IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted)
{
    private const char Exclusion = '-';

    /// <summary>One value, as it is.</summary>
    public static implicit operator ValueFilter(string value) => FromValue(value);

    /// <summary>One value, as it is.</summary>
    public static ValueFilter FromValue(string value) => new([value], []);

    /// <summary>
    /// Values with commas, those with a <c>-</c> before them unwanted. A value may have a comma itself (a name, surname first), so the
    /// whole text is wanted too. <c>null</c> where there is none.
    /// </summary>
    public static ValueFilter? Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unwanted = parts.Where(part => part[0] == Exclusion).Select(part => part[1..].Trim()).ToList();
        var wanted = parts.Where(part => part[0] != Exclusion).ToList();
        if (wanted.Count > 1 && unwanted.Count == 0)
            wanted.Add(text.Trim());
        return parts.Length == 0 || unwanted.Contains("") ? null : new ValueFilter(wanted, unwanted);
    }

    /// <param name="values">What the article has.</param>
    /// <param name="matches">Whether a value that was asked for is one that it has.</param>
    public bool Passes(IReadOnlyList<string> values, Func<string, string, bool> matches) =>
        (Wanted.Count == 0 || Wanted.Any(wanted => values.Any(value => matches(wanted.Trim(), value))))
        && !Unwanted.Any(unwanted => values.Any(value => matches(unwanted, value)));
}
