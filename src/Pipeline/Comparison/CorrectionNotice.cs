using System.Text.RegularExpressions;
using Pipeline.Articles;

namespace Pipeline.Comparison;

/// <summary>Finds where a publisher says that a text was corrected.</summary>
internal static partial class CorrectionNotice
{
    /// <summary>The notice that <paramref name="new"/> has and <paramref name="old"/> has not; <c>null</c> where there is none.</summary>
    public static string? In(Article old, Article @new)
    {
        if (@new.Wire?.Correction is { } notice && notice != old.Wire?.Correction)
            return notice;
        return SentenceSplit.Split(@new.Text).FirstOrDefault(
            sentence => Opening().IsMatch(sentence) && !old.Text.Contains(sentence, StringComparison.Ordinal));
    }

    // How newsrooms open a notice, in the languages that the pipeline names first.
    [GeneratedRegex(
        @"^\W*(correction\b|corrected\b|editor'?s’? note|this (story|article|report|version) (has been|was|is) (corrected"
            + @"|updated to correct|amended)|an earlier version of this|更正|訂正|勘误|勘誤|編按|corrección|fe de errores"
            + @"|rectificatif|correctif"
            + @"|korrektur|berichtigung|correzione)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Opening();
}
