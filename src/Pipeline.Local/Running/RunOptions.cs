using Pipeline.Local.Workspace;

namespace Pipeline.Local.Running;

/// <summary>What the person who starts the pipeline asked for.</summary>
internal sealed record RunOptions
{
    /// <summary>Where HTTP is served; several addresses are separated by semicolons.</summary>
    public required string Urls { get; init; }

    public required DataFolder Data { get; init; }

    /// <summary>The folder whose files are uploaded.</summary>
    public required string Drop { get; init; }

    /// <summary>The storage account; <c>null</c> for the emulator.</summary>
    public string? Connection { get; init; }

    /// <summary>Whether the emulator's data is deleted first.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether an empty store gets the bundled samples.</summary>
    public bool Samples { get; init; } = true;

    /// <summary>The key that opens reading; <c>null</c> for what the settings say.</summary>
    public string? ReaderKey { get; init; }

    /// <summary>The key that opens everything; <c>null</c> for what the settings say.</summary>
    public string? AdminKey { get; init; }
}
