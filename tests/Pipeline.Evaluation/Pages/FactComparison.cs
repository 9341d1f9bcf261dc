using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Evaluation.Pages;

/// <summary>When a fact of a page is right.</summary>
internal static partial class FactComparison
{
    /// <summary>Letters and digits, without regard to case: what is left of a title or a name where typography differs.</summary>
    public static string Fold(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>White space as single blanks.</summary>
    public static string FoldBlanks(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The day that a date names, where it was written, and in UTC.</summary>
    public static bool IsSameDay(string truth, DateTimeOffset read) =>
        truth.StartsWith(Day(read), StringComparison.Ordinal)
        || (DateTimeOffset.TryParse(truth, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && Day(moment.ToUniversalTime()) == Day(read.ToUniversalTime()));

    /// <summary>Whether the names read are those of a byline, which may put words between and before them; an address in it, and the lines
    /// after the first, which hold a date or the outlet, name nobody.</summary>
    public static bool IsByline(string byline, IReadOnlyList<string> names)
    {
        var line = Fold(Address().Replace(byline.Trim().Split('\n')[0], ""));
        var rest = line;
        foreach (var name in names.Select(Fold).Where(name => name.Length > 0).OrderByDescending(name => name.Length))
        {
            if (!rest.Contains(name, StringComparison.Ordinal))
                return false;
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return names.Count > 0 && rest.Length * 2 <= line.Length;
    }

    [GeneratedRegex(@"https?://[^\s()]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
