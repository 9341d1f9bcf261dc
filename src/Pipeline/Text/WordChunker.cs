using System.Text;
using DiffPlex;

namespace Pipeline.Text;

/// <summary>Cuts a text for DiffPlex at white space, and around every character of a script without spaces.</summary>
internal sealed class WordChunker : IChunker
{
    public static readonly WordChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text)
    {
        var chunks = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var stands = Scripts.IsWrittenWithoutSpaces(rune);
            if (stands || Rune.IsWhiteSpace(rune))
            {
                Add(chunks, text[start..i]);
                start = i + length;
                Add(chunks, stands ? text[i..start] : "");
            }

            i += length;
        }

        Add(chunks, text[start..]);
        return chunks;
    }

    /// <summary>The chunks as text again, with a space where words need one.</summary>
    public static string Join(IReadOnlyList<string> chunks, int start, int count)
    {
        var text = new StringBuilder();
        for (var i = start; i < start + count; i++)
        {
            if (text.Length > 0 && !(StandsAlone(chunks[i]) || StandsAlone(chunks[i - 1])))
                text.Append(' ');
            text.Append(chunks[i]);
        }

        return text.ToString();
    }

    private static bool StandsAlone(string chunk) => Rune.TryGetRuneAt(chunk, 0, out var rune) && Scripts.IsWrittenWithoutSpaces(rune);

    private static void Add(List<string> chunks, string chunk)
    {
        if (chunk.Length > 0)
            chunks.Add(chunk);
    }
}
