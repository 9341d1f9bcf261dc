using System.Text.RegularExpressions;

namespace Pipeline.Tests.House;

/// <summary>
/// Which folder of <c>src</c> needs which, by the <c>using</c> lines, which the build keeps free of needless ones, and by the
/// names of types of the folders above, which need no such line.
/// </summary>
internal static partial class FolderUses
{
    public static Dictionary<string, SortedSet<string>> Read()
    {
        var files = SourceTree.ListFiles("src").Select(file => (Path: file, Code: SourceTree.ReadCode(file))).ToList();
        var types = files.ToLookup(file => FindNamespace(file.Code), file => Path.GetFileNameWithoutExtension(file.Path));
        var uses = types.ToDictionary(group => group.Key, _ => new SortedSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (_, code) in files)
        {
            var own = FindNamespace(code);
            uses[own].UnionWith(Using().Matches(code).Select(match => match.Groups[1].Value).Where(types.Contains));
            foreach (var parent in ListParents(own).Where(types.Contains))
                if (types[parent].Any(type => Regex.IsMatch(code, $@"\b{type}\b")))
                    uses[own].Add(parent);
        }

        return uses;
    }

    /// <summary>A way from a folder back to itself, or null.</summary>
    public static IReadOnlyList<string>? FindCycle(IReadOnlyDictionary<string, SortedSet<string>> uses)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        return uses.Keys.Select(folder => Visit(folder, [])).FirstOrDefault(cycle => cycle is not null);

        IReadOnlyList<string>? Visit(string folder, IReadOnlyList<string> way)
        {
            if (way.Contains(folder))
                return [.. way.SkipWhile(step => step != folder), folder];
            if (done.Contains(folder) || !uses.TryGetValue(folder, out var next))
                return null;
            var cycle = next.Select(use => Visit(use, [.. way, folder])).FirstOrDefault(found => found is not null);
            done.Add(folder);
            return cycle;
        }
    }

    public static string FindNamespace(string code) => Namespace().Match(code).Groups[1].Value;

    private static IEnumerable<string> ListParents(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.'))
            yield return name = name[..dot];
    }

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
