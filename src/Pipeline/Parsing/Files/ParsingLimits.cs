namespace Pipeline.Parsing.Files;

/// <summary>What the parsers refuse to exceed, so that hostile input costs a bounded amount of memory and time.</summary>
public sealed record ParsingLimits
{
    /// <summary>The largest file that is read, in bytes (default 32 MiB); archives may be four times as large.</summary>
    public long FileBytes { get; init; } = 32L << 20;

    /// <summary>Entries read from one file (default 10,000); a file with more is rejected, not cut.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Nesting of elements or values (default 256).</summary>
    public int Depth { get; init; } = 256;

    /// <summary>
    /// Processor time that one file may cost, with all that is packed in it (default 60 seconds: a hundred times what the largest
    /// files of real publishers take). What takes longer is rejected.
    /// </summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Members read from one archive, and from all archives inside it together (default 10,000).</summary>
    public int ArchiveMembers { get; init; } = 10_000;

    /// <summary>Archives inside archives (default 2).</summary>
    public int ArchiveDepth { get; init; } = 2;

    /// <summary>Unpacked size over packed size above which an archive, with the archives inside it, is refused (default 200).</summary>
    public int ArchiveRatio { get; init; } = 200;

    /// <summary>Unpacked bytes of one archive, and of all archives inside it together (default 512 MiB).</summary>
    public long ArchiveBytes { get; init; } = 512L << 20;
}
