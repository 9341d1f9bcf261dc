namespace Pipeline.Ingestion.Identity;

/// <summary>A name under which an entry may be known, and what kind of name it is.</summary>
internal sealed record EntryKey(string Value, EntryKeyKind Kind);

/// <summary>What names an entry, surest first.</summary>
internal enum EntryKeyKind
{
    /// <summary>The publisher's id.</summary>
    Id,

    /// <summary>The address.</summary>
    Address,

    /// <summary>The title alone, of an entry that has no date.</summary>
    Title,

    /// <summary>The title with the date, or all of its words.</summary>
    Words,
}
