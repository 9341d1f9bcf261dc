namespace Pipeline.Text;

/// <summary>What white space is worth: between two words one space, and nothing at the ends.</summary>
internal static class WhiteSpace
{
    /// <summary>The text on one line; empty where there is nothing but white space.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : string.Create(LengthOf(text), text, Write);

    private static bool IsFolded(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || i == 0 || i + 1 == text.Length || text[i + 1] == ' '))
                return false;
        }

        return true;
    }

    private static int LengthOf(string text)
    {
        var (length, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            length++;
            words += i == 0 || char.IsWhiteSpace(text[i - 1]) ? 1 : 0;
        }

        return length + Math.Max(0, words - 1);
    }

    private static void Write(Span<char> folded, string text)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            if (at > 0 && char.IsWhiteSpace(text[i - 1]))
                folded[at++] = ' ';
            folded[at++] = text[i];
        }
    }
}
