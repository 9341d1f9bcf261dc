using System.Buffers.Binary;
using System.Numerics;

namespace Pipeline.Matching;

/// <summary>
/// The words of a text in their order, 13 bits of hash and 3 of <see cref="WordKind"/> each, so that two texts can be laid side by side.
/// A text of more than <see cref="MaxWords"/> words keeps its lead and a sample of passages, chosen by their own words, so that a copy
/// keeps the same ones.
/// </summary>
/// <param name="Level">0 where every word is kept; each further level keeps half the passages of the one before.</param>
/// <param name="Script">How most of it is written.</param>
/// <param name="Lead">Which of the words are the leading sentences.</param>
/// <param name="Publication">Who published the text, and when.</param>
internal sealed record Sketch(int Level, WordScript Script, Lead Lead, SketchPublication Publication, ushort[] Words)
{
    /// <summary>6 KiB less the header, at 2 bytes a word.</summary>
    public const int MaxWords = 3065;

    /// <summary>Stands between passages that do not follow each other.</summary>
    public const ushort Break = 0;

    public const int HashBits = 13;

    private const int KindBits = 3;
    private const int SourceAt = 5;
    private const int HourAt = 9;
    private const int Header = 13;
    private const int PassageLength = 12;

    public static Sketch FromWords(Word[] words, SketchPublication publication)
    {
        var sketch = Whole(words) with { Publication = publication };
        while (sketch.Words.Length > MaxWords)
            sketch = sketch.AtLevel(sketch.Level + 1);
        return sketch;
    }

    /// <summary>Every word, however many; not for storage.</summary>
    public static Sketch Whole(Word[] words)
    {
        var script = WordScripts.Detect(words);
        var codes = new ushort[words.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = Code(words[i]);
        return new(0, script, Lead.FromWords(words, script.CharactersOfAWord()), SketchPublication.Unknown, codes);
    }

    /// <summary><c>null</c> for a sketch of another version, which nothing here can read.</summary>
    public static Sketch? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || bytes[0] != Fingerprint.CurrentVersion)
            return null;
        var words = new ushort[(bytes.Length - Header) / 2];
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(Header + (i * 2))..]);
        var publication = new SketchPublication(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[SourceAt..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[HourAt..]));
        return new Sketch(bytes[1], (WordScript)bytes[2], new Lead(bytes[3], bytes[4]), publication, words);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Header + (Words.Length * 2)];
        (bytes[0], bytes[1], bytes[2]) = (Fingerprint.CurrentVersion, (byte)Level, (byte)Script);
        (bytes[3], bytes[4]) = ((byte)Lead.Start, (byte)Lead.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(SourceAt), Publication.Source);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HourAt), Publication.Hour);
        for (var i = 0; i < Words.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Header + (i * 2)), Words[i]);
        return bytes;
    }

    /// <summary>Whether two stored sketches have the same words, whoever published them.</summary>
    public static bool HaveSameWords(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        a.Length == b.Length && a.Length >= Header && a[..SourceAt].SequenceEqual(b[..SourceAt]) && a[Header..].SequenceEqual(b[Header..]);

    public WordKind KindAt(int i) => (WordKind)(Words[i] & ((1 << KindBits) - 1));

    public ulong HashAt(int i) => (ulong)(Words[i] >> KindBits);

    /// <summary>The sketch as it would be had the text been longer; sketches are only compared at the same level.</summary>
    public Sketch AtLevel(int level)
    {
        if (level <= Level)
            return this;
        var kept = new List<ushort>(Words.AsSpan(Lead.Start, Lead.Length).ToArray());
        var end = Lead.End;
        for (var i = Lead.End; i + 1 < Words.Length; i++)
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

        return this with { Level = level, Lead = Lead with { Start = 0 }, Words = [.. kept] };
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
            && BitOperations.TrailingZeroCount(WordHash.Mix((HashAt(i) << HashBits) | HashAt(i + 1))) >= level + 3;

    private static ushort Code(Word word) => (ushort)Math.Max(1, ((word.Hash & ((1 << HashBits) - 1)) << KindBits) | (uint)word.Kind);
}
