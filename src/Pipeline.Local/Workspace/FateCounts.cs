using Pipeline.Ledger;

namespace Pipeline.Local.Workspace;

/// <summary>A file's fates in words: <c>3 stored, 1 duplicate</c>.</summary>
internal static class FateCounts
{
    public static string Describe(FileRecord file) =>
        string.Join(", ", file.Fates.OrderBy(fate => fate.Key).Select(fate => $"{fate.Value} {fate.Key.ToString().ToLowerInvariant()}"));
}
