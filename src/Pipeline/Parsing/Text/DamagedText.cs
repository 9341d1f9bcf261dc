using System.Buffers;
using System.Text;

namespace Pipeline.Parsing.Text;

/// <summary>Restores characters that a wrong charset has damaged, where it is certain what they were.</summary>
internal static class DamagedText
{
    // What windows-1252 has where Unicode has control characters that no text uses (WHATWG Encoding Standard, index windows-1252).
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    // What stands behind a letter in well-read text too: "Santé\u00a0– …", "café\u00a0»".
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("\u00a0…‘’“”–—«»·");

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, restored where it was damaged.</summary>
    public static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007f'))
            return text;
        var restored = RereadAsUtf8(text) ?? text;
        return restored.AsSpan().ContainsAnyInRange('\u0080', '\u009f') ? string.Concat(restored.Select(Restore)) : restored;
    }

    /// <summary>
    /// UTF-8 that was read as windows-1252 or Latin-1 and written again (<c>Ã©</c> for <c>é</c>), restored; <c>null</c> where that is
    /// not certain. It is certain where every character beyond ASCII, read back into bytes, is part of well-formed UTF-8, and there
    /// are two such sequences or one of three bytes that is no letter before punctuation: that does not come by chance.
    /// </summary>
    public static string? RereadAsUtf8(string text)
    {
        if (!BeginsLikeUtf8(text))
            return null;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } value)
                return null;
            bytes[i] = value;
        }

        return IsCertain(text, bytes) ? Read(bytes) : null;
    }

    // What comes first beyond ASCII tells of nearly every text that was read well: é is followed by no character that goes on from it.
    private static bool BeginsLikeUtf8(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007f') is >= 0 and var first && first + 1 < text.Length
            && ByteOf(text[first]) is >= 0xc2 and <= 0xf4 && ByteOf(text[first + 1]) is >= 0x80 and <= 0xbf;

    private static string? Read(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte? ByteOf(char character)
    {
        if (character <= '\u00ff')
            return (byte)character;
        var index = Windows1252.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? null : (byte)(0x80 + index);
    }

    private static bool IsCertain(string text, byte[] bytes)
    {
        var sequences = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var length = bytes[i] switch { < 0x80 => 1, < 0xe0 => 2, < 0xf0 => 3, _ => 4 };
            var behind = text.AsSpan(i + 1, Math.Min(length, text.Length - i) - 1);
            i += behind.Length;
            if (length > 1 && (length == 2 || behind.ContainsAnyExcept(Punctuation)) && (++sequences == 2 || length > 2))
                return true;
        }

        return false;
    }

    private static char Restore(char character) => character is >= '\u0080' and <= '\u009f' ? Windows1252[character - 0x80] : character;
}
