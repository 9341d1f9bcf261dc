namespace Pipeline.Ledger;

/// <summary>What became of an entry. Every entry of a parsed file gets exactly one.</summary>
public enum Fate
{
    /// <summary>A new article (held ones too, until their time comes).</summary>
    Stored,

    /// <summary>A new revision of a known article.</summary>
    Revised,

    /// <summary>Nothing new: the article is known with this text, or with a later one.</summary>
    Unchanged,

    /// <summary>A new article whose text is another article's text.</summary>
    Duplicate,

    /// <summary>The entry withdrew an article, or is an article that was withdrawn.</summary>
    Withdrawn,

    /// <summary>It could not become an article; the reason says why.</summary>
    Rejected,

    /// <summary>A fault that outlived every retry; it can be replayed.</summary>
    Failed,
}
