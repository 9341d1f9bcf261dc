using System.Globalization;

namespace Pipeline.Enrichment.Splitting;

/// <summary>
/// Finds the words of a text: initials with their points (<c>U.S.</c>), runs of one of the East Asian scripts, and letters and digits with
/// what joins them. A loop, as an expression takes five times as long.
/// </summary>
internal static class WordScan
{
    private const char Ditto = '々';

    [Flags]
    private enum Role : byte
    {
        None = 0,

        /// <summary>Starts a word, and may follow its hyphen.</summary>
        Start = 1,

        /// <summary>Stands in a word.</summary>
        Part = 2,
        Upper = 4,
        Hangul = 8,
        Katakana = 16,
        Han = 32,
    }

    private static readonly Role[] Roles = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => RoleOf((char)c))];

    public static IEnumerable<Range> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Roles[text[at]] == Role.None ? 0 : LengthAt(text.AsSpan(at));
            if (length > 0)
                yield return at..(at + length);
            at += Math.Max(1, length);
        }
    }

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        if (InitialsAt(text) is > 0 and var initials)
            return initials;
        if (RunOf(text, Role.Hangul) is > 0 and var hangul)
            return hangul;
        if (RunOf(text, Role.Katakana) is >= 2 and var katakana)
            return katakana;
        if (RunOf(text, Role.Han) is > 0 and var han)
            return han;
        return (Roles[text[0]] & Role.Start) == 0 ? 0 : HyphenatedAt(text);
    }

    private static int HyphenatedAt(ReadOnlySpan<char> text)
    {
        var length = RunOf(text, Role.Part);
        while (length + 1 < text.Length && text[length] == '-' && RunOf(text[(length + 1)..], Role.Start) is > 0 and var more)
            length += more + 1;
        return length;
    }

    private static int InitialsAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length + 1 < text.Length && text[length + 1] == '.' && (Roles[text[length]] & Role.Upper) != 0)
            length += 2;
        return length >= 4 ? length : 0;
    }

    private static int RunOf(ReadOnlySpan<char> text, Role role)
    {
        var length = 0;
        while (length < text.Length && (Roles[text[length]] & role) != 0)
            length++;
        return length;
    }

    private static Role RoleOf(char c)
    {
        var role = (char.IsUpper(c) ? Role.Upper : 0) | (c is >= '\uAC00' and <= '\uD7A3' ? Role.Hangul : 0)
            | (c is >= '\u30A1' and <= '\u30FA' or '\u30FC' ? Role.Katakana : 0)
            | (c is >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or Ditto ? Role.Han : 0);
        if (c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3')
            return role;
        if (char.IsLetter(c) || char.IsNumber(c))
            return role | Role.Start | Role.Part;
        var isJoined = c is '\'' or '’' or '\u00B7' or '&' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
        return isJoined ? role | Role.Part : role;
    }
}
