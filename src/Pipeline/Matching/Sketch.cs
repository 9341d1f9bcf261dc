using System.Buffers.Binary;
using System.Numerics;

namespace Pipeline.Matching;

/// <summary>
/// The words of a text in their order, 14 bits of hash and 2 of <see cref="WordKind"/> each, so that two texts can be laid side by side.
/// A text of more than <see cref="MaxWords"/> words keeps a sample of passages, chosen by their own words, so that a copy keeps the same
/// ones.
/// </summary>
/// <param name="Level">0 where every word is kept; each further level keeps half the passages of the one before.</param>
/// <param name="IsSpaceless">Most words are characters of a script without spaces.</param>
internal sealed record Sketch(int Level, bool IsSpaceless, ushort[] Words)
{
    /// <summary>6 KiB less the header, at 2 bytes a word.</summary>
    public const int MaxWords = 3070;

    /// <summary>Stands between passages that do not follow each other.</summary>
    public const ushort Break = 0;

    private const int Header = 3;
    private const int PassageLength = 12;

    public static Sketch FromWords(IReadOnlyList<Word> words)
    {
        var sketch = Whole(words);
        while (sketch.Words.Length > MaxWords)
            sketch = sketch.AtLevel(sketch.Level + 1);
        return sketch;
    }

    /// <summary>Every word, however many; not for storage.</summary>
    public static Sketch Whole(IReadOnlyList<Word> words) =>
        new(0, words.Count(word => WordKinds.IsSpaceless(word.Text)) * 2 > words.Count, [.. words.Select(Code)]);

    /// <summary><c>null</c> for a sketch of another version, which nothing here can read.</summary>
    public static Sketch? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || bytes[0] != Fingerprint.CurrentVersion)
            return null;
        var words = new ushort[(bytes.Length - Header) / 2];
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(Header + (i * 2))..]);
        return new Sketch(bytes[1], bytes[2] == 1, words);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Header + (Words.Length * 2)];
        (bytes[0], bytes[1], bytes[2]) = (Fingerprint.CurrentVersion, (byte)Level, IsSpaceless ? (byte)1 : (byte)0);
        for (var i = 0; i < Words.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Header + (i * 2)), Words[i]);
        return bytes;
    }

    public WordKind KindAt(int i) => (WordKind)(Words[i] & 3);

    public ulong HashAt(int i) => (ulong)(Words[i] >> 2);

    /// <summary>The sketch as it would be had the text been longer; sketches are only compared at the same level.</summary>
    public Sketch AtLevel(int level)
    {
        if (level <= Level)
            return this;
        var kept = new List<ushort>();
        var end = 0;
        for (var i = 0; i + 1 < Words.Length; i++)
        {
            if (IsPassageStart(i, level))
            {
                if (i > end && kept.Count > 0)
                    kept.Add(Break);
                var start = Math.Max(i, end);
                end = EndOfPassage(i);
                kept.AddRange(Words.AsSpan(start, end - start));
            }
        }

        return this with { Level = level, Words = [.. kept] };
    }

    private int EndOfPassage(int start)
    {
        var end = start;
        while (end < Words.Length && end < start + PassageLength && Words[end] != Break)
            end++;
        return end;
    }

    // The first level starts a passage at every sixteenth pair of words, which keeps about half of the text.
    private bool IsPassageStart(int i, int level) =>
        Words[i] != Break && Words[i + 1] != Break
            && BitOperations.TrailingZeroCount(WordHash.Mix((HashAt(i) << 14) | HashAt(i + 1))) >= level + 3;

    private static ushort Code(Word word) =>
        (ushort)Math.Max(1, ((WordHash.Compute(word.Text) & 0x3fff) << 2) | (uint)WordKinds.Classify(word));
}
