namespace Pipeline.Matching;

/// <summary>What comparing needs of a word of a text, the same for every copy of the text.</summary>
/// <param name="Hash">Of its letters, by <see cref="WordHash"/>.</param>
/// <param name="Kind">The only thing here that a change of case changes, as names are known by their capitals.</param>
/// <param name="Traits">What else is known of it.</param>
internal readonly record struct Word(ulong Hash, WordKind Kind, WordTraits Traits)
{
    /// <summary>The first word of a sentence or of a line.</summary>
    public bool StartsSentence => Has(WordTraits.StartsSentence);

    /// <summary>Every text of the language has it, whatever it says here: "up" is common, and a direction.</summary>
    public bool IsCommon => Has(WordTraits.Common);

    /// <summary>A character of a script without spaces, or several that are one numeral.</summary>
    public bool IsSpaceless => Has(WordTraits.Spaceless);

    /// <summary>Of a script without spaces, Han or kana.</summary>
    public bool IsEastAsian => Has(WordTraits.EastAsian);

    private bool Has(WordTraits trait) => (Traits & trait) != 0;
}
