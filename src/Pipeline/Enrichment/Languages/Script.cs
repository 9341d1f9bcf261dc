using System.Text;
using Pipeline.Text;

namespace Pipeline.Enrichment.Languages;

/// <summary>A writing, by its ISO 15924 code.</summary>
internal enum Script
{
    Latn,
    Cyrl,
    Arab,
    Deva,
    Hani,
    Kana,
    Hang,
    Grek,
    Hebr,
    Thai,
    Armn,
    Geor,
    Beng,
    Taml,
    Telu,
    Gujr,
    Guru,
    Knda,
    Mlym,
    Sinh,
    Laoo,
    Mymr,
    Khmr,
    Ethi,
    Tibt,
}

/// <summary>How much of a text is in each script.</summary>
internal static class ScriptCount
{
    // Blocks of Unicode 17 that hold the letters of a script with languages of its own.
    private static readonly (int First, int Last, Script Script)[] Blocks =
    [
        (0x0370, 0x03FF, Script.Grek), (0x0400, 0x052F, Script.Cyrl), (0x0530, 0x058F, Script.Armn), (0x0590, 0x05FF, Script.Hebr),
        (0x0600, 0x077F, Script.Arab), (0x0900, 0x097F, Script.Deva), (0x0980, 0x09FF, Script.Beng), (0x0A00, 0x0A7F, Script.Guru),
        (0x0A80, 0x0AFF, Script.Gujr), (0x0B80, 0x0BFF, Script.Taml), (0x0C00, 0x0C7F, Script.Telu), (0x0C80, 0x0CFF, Script.Knda),
        (0x0D00, 0x0D7F, Script.Mlym), (0x0D80, 0x0DFF, Script.Sinh), (0x0E00, 0x0E7F, Script.Thai), (0x0E80, 0x0EFF, Script.Laoo),
        (0x0F00, 0x0FFF, Script.Tibt), (0x1000, 0x109F, Script.Mymr), (0x10A0, 0x10FF, Script.Geor), (0x1200, 0x139F, Script.Ethi),
        (0x1780, 0x17FF, Script.Khmr), (0xFB50, 0xFDFF, Script.Arab), (0xFE70, 0xFEFC, Script.Arab),
    ];

    private static readonly int Writings = Enum.GetValues<Script>().Length;

    /// <summary>Letters by script, over the first <paramref name="most"/> characters.</summary>
    public static int[] CountIn(string text, int most)
    {
        var counts = new int[Writings];
        foreach (var rune in text.AsSpan(0, Math.Min(most, text.Length)).EnumerateRunes())
            if (Rune.IsLetter(rune) && ScriptOf(rune) is { } script)
                counts[(int)script]++;
        return counts;
    }

    private static Script? ScriptOf(Rune rune) => rune.Value switch
    {
        < 0x0250 or >= 0x1E00 and <= 0x1EFF => Script.Latn,
        _ when Scripts.IsHan(rune) => Script.Hani,
        _ when Scripts.IsKana(rune) => Script.Kana,
        _ when Scripts.IsHangul(rune) => Script.Hang,
        var value => ScriptOf(value),
    };

    private static Script? ScriptOf(int value)
    {
        foreach (var (first, last, script) in Blocks)
            if (value >= first && value <= last)
                return script;
        return null;
    }
}
