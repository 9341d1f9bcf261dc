namespace Pipeline.Deduplication;

/// <summary>What kind of change a revision is.</summary>
public enum RevisionKind
{
    /// <summary>Neither text nor headline nor status changed, only other facts.</summary>
    Facts,

    /// <summary>Letters of a few words.</summary>
    Typo,

    /// <summary>The headline alone.</summary>
    Headline,

    /// <summary>The publisher says that the text was corrected, or figures or names changed within it.</summary>
    Correction,

    /// <summary>Text was added, rewritten or taken out.</summary>
    Update,

    /// <summary>The wire status: withdrawn, or usable again.</summary>
    Status,
}
