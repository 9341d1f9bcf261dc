namespace Pipeline.Local.Workspace;

/// <summary>The name that a local file gets in the store.</summary>
internal static class BlobPath
{
    /// <summary>The file's path below the folder, with forward slashes.</summary>
    public static string FromFile(string folder, string file) =>
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
