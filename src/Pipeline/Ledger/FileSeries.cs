using System.Text.RegularExpressions;

namespace Pipeline.Ledger;

/// <summary>
/// Files whose paths differ in digits only, a date or a number, are one series: the same feed, kept under a name of its own at each fetch.
/// </summary>
public static partial class FileSeries
{
    /// <summary>With fewer entries it costs less to look each of them up than to read the file before.</summary>
    public const int MinEntries = 5;

    /// <summary>The name of the file's series; <c>null</c> where its path has no digit behind the source, or it has too few
    /// entries.</summary>
    public static string? FindName(FileRecord file)
    {
        var name = file.Path[file.Source.Length..];
        return file.EntryCount >= MinEntries && Digits().Replace(name, "#") is var series && series != name ? file.Source + series : null;
    }

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Digits();
}
