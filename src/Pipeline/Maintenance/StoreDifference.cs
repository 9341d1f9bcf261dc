namespace Pipeline.Maintenance;

/// <summary>Two places in the store that do not say the same.</summary>
/// <param name="Kind">Which two.</param>
/// <param name="Id">The article, the claim's id, the band, the file's path, or the commit's note.</param>
/// <param name="Detail">What each says, in words.</param>
public sealed record StoreDifference(StoreDifferenceKind Kind, string Id, string Detail);

/// <summary>What can differ.</summary>
public enum StoreDifferenceKind
{
    /// <summary>Lists show an article otherwise than its last change says.</summary>
    ListBehindLog,

    /// <summary>An article's cluster does not have it, or gives it another place.</summary>
    ClusterDiffers,

    /// <summary>An identity is claimed for an article that never came.</summary>
    ClaimWithoutArticle,

    /// <summary>A band names an article that does not exist.</summary>
    BandWithoutArticle,

    /// <summary>A file's entries have not all met their fate in time.</summary>
    FileOverdue,

    /// <summary>What must follow a commit was not done in time.</summary>
    CommitUnfinished,
}

/// <summary>What a check looked at and found.</summary>
/// <param name="Articles">Articles that were looked up in the log, their cluster and the lists.</param>
/// <param name="Claims">Claims that were looked at.</param>
/// <param name="Bands">Rows of bands that were looked at.</param>
/// <param name="Differences">None where all is well.</param>
public sealed record StoreReport(int Articles, int Claims, int Bands, IReadOnlyList<StoreDifference> Differences);
