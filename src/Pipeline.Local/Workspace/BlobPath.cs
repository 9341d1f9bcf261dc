namespace Pipeline.Local.Workspace;

/// <summary>The name that a local file gets in the store.</summary>
internal static class BlobPath
{
    /// <summary>The file's path below the folder.</summary>
    public static string FromFile(string folder, string file) => FromPath(Path.GetRelativePath(folder, file));

    /// <summary>The path with forward slashes. A backslash in a name is one too in the store, as in every address (RFC 3986 has
    /// none).</summary>
    public static string FromPath(string path) => path.Replace('\\', '/');
}
