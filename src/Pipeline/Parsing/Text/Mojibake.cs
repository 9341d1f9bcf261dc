using System.Text;

namespace Pipeline.Parsing.Text;

/// <summary>Restores UTF-8 that was read as windows-1252 and written again (<c>Ã©</c> for <c>é</c>).</summary>
internal static class Mojibake
{
    /// <summary>
    /// The restored text; <c>null</c> where the damage is not certain. It is certain where every character beyond ASCII of the
    /// whole text, read back into bytes, is part of well-formed UTF-8, and there are two such sequences or one of three bytes:
    /// a text that was written like that on purpose does not come by chance.
    /// </summary>
    public static string? Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00c2', '\u00f4') || Charsets.Find("windows-1252") is not { } windows)
            return null;
        try
        {
            var bytes = windows.GetBytes(text);
            var restored = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return IsCertain(restored) ? restored : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsCertain(string restored)
    {
        var beyondAscii = restored.Where(c => c > '\u007f').Take(2).ToArray();
        return beyondAscii.Length == 2 || beyondAscii.Any(c => c > '\u07ff');
    }
}
