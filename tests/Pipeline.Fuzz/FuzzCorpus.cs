namespace Pipeline.Fuzz;

/// <summary>The good files that inputs are made of, those of each parser apart.</summary>
internal sealed class FuzzCorpus
{
    private readonly byte[][][] groups;

    private FuzzCorpus(byte[][][] groups) => this.groups = groups;

    public static FuzzCorpus Read(string folder) => new(
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .GroupBy(file => (Path.GetDirectoryName(file), Path.GetExtension(file)))
            .Select(group => group.Select(File.ReadAllBytes).ToArray())]);

    /// <summary>Each folder and extension as often as any other, so that the parser with the most files is not nearly all that is
    /// tried.</summary>
    public byte[] Pick(Random random)
    {
        var group = groups[random.Next(groups.Length)];
        return group[random.Next(group.Length)];
    }
}
