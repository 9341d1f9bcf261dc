namespace Pipeline.Text;

/// <summary>Compares the wording of two lines: typography, punctuation and capitals, in which sites differ, count for nothing.</summary>
internal static class Wording
{
    /// <summary>The letters and digits of a text, as capitals.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>True where both are there and have the same letters and digits.</summary>
    public static bool AreSame(string? first, string? second) =>
        first is not null && second is not null && Letters(first) == Letters(second);
}
