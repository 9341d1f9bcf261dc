namespace Pipeline.Parsing.Text;

/// <summary>The charset that a file's first bytes show: a byte-order mark, or the zero bytes around a first ASCII character (XML 1.0
/// appendix F).</summary>
internal static class ByteOrderMark
{
    private static readonly (byte[] Mark, string Charset)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE, 0x00, 0x00], "utf-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "utf-32BE"),
        ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
    ];

    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, charset) in Marks)
        {
            if (bytes.StartsWith(mark))
                return charset;
        }

        return bytes.Length < 4 ? null : FromZeros(bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0);
    }

    private static string? FromZeros(bool first, bool second, bool third, bool fourth) => (first, second, third, fourth) switch
    {
        (true, false, false, false) => "utf-32",
        (false, false, false, true) => "utf-32BE",
        (true, false, true, false) => "utf-16",
        (false, true, false, true) => "utf-16BE",
        _ => null,
    };
}
