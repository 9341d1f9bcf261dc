using System.Text;

namespace Pipeline.Fuzz;

/// <summary>Makes another input of one that is good.</summary>
internal sealed class Mutation(FuzzCorpus corpus, Random random)
{
    private const int PumpedBytes = 300_000;
    private const int MaxChanges = 12;
    private const int MaxPieceBytes = 150;

    // What means something in one of the formats, or has meant trouble.
    private static readonly string[] Marks =
    [
        "<", ">", "&", "\"", "'", "</", "/>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<?", "{", "}", "[", "]", ":",
        ",", "\\", "\\ud83d", "\\u0000",
        "&#0;", "&#xD800;", "&#x110000;", "&a;", "---\n", "+++\n", "!<>", "\"\\UFFFFFFFF\"", "&a *a", "\0", "\ufffd", "\ufeff", "\u202e",
        "\n", "\r\n", "\t", " ", "xn--a-\u00df.example",
        "https://\ufffd.example/", "http://[::", "javascript:x", "data:,x", "1e999", "-1", "99999999999999999999", "0000-00-00", "<div>",
        "<svg><style>", "<p '>", "<b>", "<table><td>",
        "<template>", "[a](", "a <?", "`", "**", "> ", "- ", "|", "a@b.c", "www.a.b", "\u0301", "漢", "한", "ア", "PK\u0003\u0004",
        "\u001f\u008b\u0008",
    ];

    /// <summary>One with bytes changed, taken out, doubled, or joined with another.</summary>
    public byte[] Damage()
    {
        var bytes = Pick().ToList();
        for (var changes = random.Next(1, MaxChanges); changes > 0 && bytes.Count > 0; changes--)
            DamageOnce(bytes);
        return [.. bytes];
    }

    /// <summary>One in which a short text is repeated at a random place until it has 300 KB.</summary>
    public byte[] Pump()
    {
        var bytes = Pick();
        var at = bytes.Length == 0 ? 0 : PlaceOfField(bytes);
        var unit = Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => Unit()).ToArray();
        var pump = new byte[PumpedBytes];
        for (var i = 0; i < pump.Length; i++)
            pump[i] = unit[i % unit.Length];
        return [.. bytes[..at], .. pump, .. bytes[at..]];
    }

    private byte[] Pick() => corpus.Pick(random);

    private byte[] Unit() => random.Next(5) switch
    {
        0 => Encoding.UTF8.GetBytes(Marks[random.Next(Marks.Length)]),
        1 => [(byte)random.Next(' ', '~')],
        2 => [(byte)'a'],
        _ => Piece(),
    };

    // A tag with its attributes, a member or a line of a good file, closed or not: what a reader looks for, ten thousand times.
    private byte[] Piece()
    {
        var bytes = Pick();
        if (bytes.Length == 0)
            return bytes;
        var start = Math.Max(0, bytes.AsSpan(0, random.Next(bytes.Length)).LastIndexOfAny("<{[\n"u8));
        var end = bytes.AsSpan(start + 1).IndexOfAny(">}]\n"u8) is var found && found < 0 ? bytes.Length : start + found + 2;
        return bytes[start..Math.Min(end, start + MaxPieceBytes)];
    }

    // A field begins behind a bracket, a quotation mark, a colon or a line's end.
    private int PlaceOfField(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var found = bytes.AsSpan(at).IndexOfAny(">\":\n="u8);
        return found < 0 ? at : at + found + 1;
    }

    private void DamageOnce(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 200), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Marks[random.Next(Marks.Length)]));
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                var other = Pick();
                bytes.InsertRange(at, other.Take(random.Next(other.Length + 1)).TakeLast(2_000));
                break;
            default:
                bytes.RemoveRange(at, random.Next(20) == 0 ? bytes.Count - at : 1);
                break;
        }
    }
}
