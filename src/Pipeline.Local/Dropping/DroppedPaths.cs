using Pipeline.Local.Workspace;

namespace Pipeline.Local.Dropping;

/// <summary>A local file and the name that it gets in the store.</summary>
internal sealed record DroppedPath(string File, string BlobName);

/// <summary>Finds the files that a person named.</summary>
internal static class DroppedPaths
{
    private const string DefaultSource = "default";

    /// <summary>The files, those of a folder with their paths below it.</summary>
    /// <exception cref="LocalException">A path does not exist, a file cannot be read, or two would get one name.</exception>
    public static IReadOnlyList<DroppedPath> Find(IEnumerable<string> paths, string? source)
    {
        var found = paths.SelectMany(path => Find(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), source)).Distinct().ToList();
        // One would take the place of the other in the store, and the receipt of the first would never come.
        if (found.GroupBy(path => path.BlobName).FirstOrDefault(same => same.Count() > 1) is { } same)
            throw new LocalException(
                $"{string.Join(" and ", same.Select(path => path.File))} would both be {same.Key}. Drop them with a --source each.");
        // Before the first is uploaded: all of them are dropped, or none.
        foreach (var path in found)
            CheckReadable(path.File);
        return found;
    }

    private static void CheckReadable(string file)
    {
        try
        {
            using var opened = File.OpenHandle(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalException($"Nothing was dropped, since a file cannot be read: {refused.Message}");
        }
    }

    private static IEnumerable<DroppedPath> Find(string path, string? source)
    {
        if (File.Exists(path))
            return [new DroppedPath(path, BlobPath.FromPath($"{source ?? DefaultSource}/{Path.GetFileName(path)}"))];
        if (!Directory.Exists(path))
            throw new LocalException($"There is no file or folder {path}.");
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
                new DroppedPath(file, BlobPath.FromPath($"{source ?? Path.GetFileName(path)}/{BlobPath.FromFile(path, file)}")));
    }
}
