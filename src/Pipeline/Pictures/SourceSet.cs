namespace Pipeline.Pictures;

/// <summary>The attribute <c>srcset</c>.</summary>
internal static class SourceSet
{
    /// <summary>
    /// The candidates, each an address and mostly a descriptor behind it. An address holds no blank, and commas only inside (HTML
    /// §4.8.4.2.1): a comma with a blank behind it parts candidates.
    /// </summary>
    public static string[] Split(string written) =>
        written.Split([", ", ",\n", ",\t"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
