namespace Pipeline.Comparison;

/// <summary>What kind of change a revision is.</summary>
public enum RevisionKind
{
    /// <summary>Neither text nor headline nor status changed, only other facts.</summary>
    Facts,

    /// <summary>A few letters within words: no number, and no word that is far from the one before.</summary>
    Typo,

    /// <summary>The headline alone.</summary>
    Headline,

    /// <summary>The publisher says that the text was corrected.</summary>
    Correction,

    /// <summary>Text was added, rewritten or taken out.</summary>
    Update,

    /// <summary>The wire status: withdrawn, withheld, or usable again.</summary>
    Status,
}
