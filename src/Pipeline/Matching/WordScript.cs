namespace Pipeline.Matching;

/// <summary>How a text is written, as far as it matters to counting its words. Stored in sketches.</summary>
internal enum WordScript
{
    /// <summary>With spaces between words.</summary>
    Spaced = 0,

    /// <summary>Without spaces, in Han or kana.</summary>
    EastAsian = 1,

    /// <summary>Without spaces, in letters: Thai, Lao, Burmese, Khmer.</summary>
    SouthEastAsian = 2,
}
