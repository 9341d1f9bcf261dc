using System.Globalization;
using System.Text;

namespace Pipeline.Text;

/// <summary>
/// Cuts texts into what a search compares: words, folded in case and accents, and for writing without spaces and Korean, whose words carry
/// their particles, pairs of neighbouring characters. A run of characters ends with its last one alone, so that one character is found
/// too, as the beginning of a pair.
/// </summary>
public static class SearchTokens
{
    private const int MaxLength = 64;

    // What decomposition leaves as it is, and readers type without.
    private static readonly Dictionary<char, string> Folds = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
        ['ð'] = "d",
        ['þ'] = "th",
    };

    /// <summary>The tokens of a text that is to be found, in its order.</summary>
    public static IReadOnlyList<string> Split(string text) => Split(text, isSought: false);

    /// <summary>The tokens of what is looked for, to be found one behind the other. One character of a writing without spaces is the
    /// beginning of a pair.</summary>
    public static IReadOnlyList<string> SplitSought(string text) => Split(text, isSought: true);

    /// <summary>Whether a token is one character of a writing whose characters stand in pairs.</summary>
    public static bool IsLoneCharacter(string token) =>
        Rune.TryGetRuneAt(token, 0, out var rune) && IsPaired(rune) && CountElements(token) == 1;

    private static List<string> Split(string text, bool isSought)
    {
        var (tokens, word, run) = (new List<string>(), new StringBuilder(), new List<string>());
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (isMark && run.Count > 0)
            {
                run[^1] += rune.ToString();
            }
            else if (IsPaired(rune) && !isMark)
            {
                EndWord(word, tokens);
                run.Add(rune.ToString());
            }
            else
            {
                EndRun(run, tokens, isSought);
                if (isMark || Rune.IsLetterOrDigit(rune))
                    word.Append(rune.ToString());
                else
                    EndWord(word, tokens);
            }
        }

        EndWord(word, tokens);
        EndRun(run, tokens, isSought);
        return tokens;
    }

    private static void EndWord(StringBuilder word, List<string> tokens)
    {
        if (word.Length > 0)
            tokens.Add(word.ToString(0, Math.Min(word.Length, MaxLength)));
        word.Clear();
    }

    private static void EndRun(List<string> run, List<string> tokens, bool isSought)
    {
        for (var i = 0; i + 1 < run.Count; i++)
            tokens.Add(run[i] + run[i + 1]);
        if (run.Count == 1 || (run.Count > 1 && !isSought))
            tokens.Add(run[^1]);
        run.Clear();
    }

    private static bool IsPaired(Rune rune) => Scripts.IsWrittenWithoutSpaces(rune) || Scripts.IsHangul(rune);

    private static int CountElements(string token) => new StringInfo(token).LengthInTextElements;

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var isPlain = true;
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            // Marks are accents and vowel points where the letter before is Latin, Greek, Cyrillic, Hebrew or Arabic, and letters
            // elsewhere.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && isPlain)
                continue;
            isPlain = rune.Value is < 0x0700 or >= 0x1E00 and < 0x2000;
            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(lower.IsBmp && Folds.TryGetValue((char)lower.Value, out var fold) ? fold : lower.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // Half a surrogate pair cannot be normalised.
    private static string Decompose(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKD);
}
