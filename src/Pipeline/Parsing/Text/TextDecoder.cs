using System.Text;
using Pipeline.Parsing.Files;
using UtfUnknown;

namespace Pipeline.Parsing.Text;

/// <summary>
/// Finds a file's charset and decodes it. What the bytes prove comes before what anyone declares: a byte-order mark,
/// then well-formed UTF-8, then the declarations, then detection; a declaration that the bytes contradict is passed over.
/// Never fails: bytes that fit nothing are read as windows-1252.
/// </summary>
internal static class TextDecoder
{
    // Detection costs time for each byte and is sure long before this many.
    private const int DetectionBytes = 256 * 1024;

    public static DecodedText Decode(DroppedFile file)
    {
        var bytes = file.Bytes.Span;
        var declared = DeclaredCharset.FindIn(file).ToList();
        var (text, charset) =
            ByMark(bytes) ?? AsUtf8(bytes) ?? ByDeclaration(bytes, declared) ?? AsDamagedUtf8(bytes) ?? ByDetection(bytes);
        var repaired = DamagedText.RereadAsUtf8(text);
        return new DecodedText((repaired ?? text).TrimStart('\ufeff'), charset, [.. Notes(declared, charset, repaired is not null)]);
    }

    private static (string Text, string Charset)? ByMark(ReadOnlySpan<byte> bytes) =>
        ByteOrderMark.Read(bytes) is { } charset ? Try(bytes, charset) : null;

    private static (string Text, string Charset)? AsUtf8(ReadOnlySpan<byte> bytes) =>
        HasEscapeSequence(bytes) ? null : Try(bytes, "utf-8");

    private static (string Text, string Charset)? ByDeclaration(ReadOnlySpan<byte> bytes, List<string> declared)
    {
        foreach (var charset in declared)
        {
            if (Try(bytes, charset) is { } decoded)
                return decoded;
        }

        return null;
    }

    // One byte in fifty is damage (a cut-off field, a pasted character), more is another charset.
    private static (string Text, string Charset)? AsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var damaged = text.Count(c => c == '\ufffd');
        return damaged * 50 <= text.Count(char.IsLetter) && damaged * 2 <= text.Count(c => c > '\u007f') ? (text, "utf-8") : null;
    }

    private static (string Text, string Charset) ByDetection(ReadOnlySpan<byte> bytes)
    {
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectionBytes)].ToArray()).Detected;
        return (detected is null ? null : Try(bytes, detected.EncodingName))
            ?? Try(bytes, "windows-1252") ?? (Encoding.Latin1.GetString(bytes), "iso-8859-1");
    }

    private static (string Text, string Charset)? Try(ReadOnlySpan<byte> bytes, string charset)
    {
        if (Charsets.Find(charset) is not { } encoding)
            return null;
        try
        {
            // Not flushed, so that a last character cut in two by a truncated download is dropped and not an error.
            var text = GC.AllocateUninitializedArray<char>(encoding.GetMaxCharCount(bytes.Length));
            var length = encoding.GetDecoder().GetChars(bytes, text, flush: false);
            return (new string(text, 0, length), encoding.WebName);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // ISO-2022-JP is made of ASCII bytes only, and would pass for UTF-8.
    private static bool HasEscapeSequence(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001b$"u8) >= 0;

    private static IEnumerable<string> Notes(List<string> declared, string charset, bool repaired)
    {
        if (declared.Count > 0 && !declared.Any(name => Charsets.Find(name)?.WebName == charset) && !declared.All(IsAscii))
            yield return $"charset: declared {declared[0]}, read as {charset}";
        if (repaired)
            yield return "charset: UTF-8 that had been read as windows-1252 and written again was restored";
    }

    private static bool IsAscii(string name) => name.EndsWith("ascii", StringComparison.OrdinalIgnoreCase);
}
