namespace Pipeline.Ingestion;

/// <summary>The steps before which entries of one message wait for one another, in the order in which an entry comes to them.</summary>
public enum SharedStep
{
    /// <summary>The first of an entry's bands, which tells whether it is alone in it.</summary>
    Band,

    /// <summary>Its other bands.</summary>
    OtherBands,

    /// <summary>The decision on its place.</summary>
    Commit,

    /// <summary>Its places in the lists.</summary>
    Lists,

    /// <summary>The record of what became of it.</summary>
    Fate,
}
