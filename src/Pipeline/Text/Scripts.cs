using System.Text;

namespace Pipeline.Text;

/// <summary>Which writing a character belongs to, by its block (Unicode 17, Blocks.txt).</summary>
internal static class Scripts
{
    public static bool IsHan(Rune rune) =>
        rune.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF or 0x3005
            or 0x3007;

    public static bool IsKana(Rune rune) =>
        rune.Value is >= 0x3041 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9D && rune.Value != 0x30FB;

    public static bool IsHangul(Rune rune) => rune.Value is >= 0xAC00 and <= 0xD7AF or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F;

    public static bool IsWrittenWithoutSpaces(Rune rune) =>
        IsHan(rune) || IsKana(rune)
            || rune.Value is >= 0x0E00 and <= 0x0E30 or >= 0x0E40 and <= 0x0E46 or >= 0x0E80 and <= 0x0EDF or >= 0x1000 and <= 0x109F
                or >= 0x1780 and <= 0x17B3;
}
