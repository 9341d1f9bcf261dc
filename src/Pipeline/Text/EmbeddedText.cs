namespace Pipeline.Text;

/// <summary>Data files that ship inside the assembly, named by their path in the project with dots for slashes.</summary>
internal static class EmbeddedText
{
    /// <exception cref="InvalidOperationException">No such file was embedded: a mistake of the build.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public static Stream Open(string name) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Pipeline.{name}")
        ?? throw new InvalidOperationException($"{name} is not embedded.");
}
