using Pipeline.Text;

namespace Pipeline.Enrichment.Urls;

/// <summary>What is known of query parameters and hosts, read from <c>url-rules.txt</c>; the file says how each rule is written.</summary>
internal sealed class UrlRules
{
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> droppedPrefixes = [];
    private readonly Dictionary<string, HashSet<string>> only = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hosts = new(StringComparer.Ordinal);

    /// <summary>The rules that the pipeline ships.</summary>
    public static UrlRules Shipped { get; } = new(EmbeddedText.Lines("Enrichment.Urls.url-rules.txt"));

    /// <exception cref="FormatException">A line is not a rule.</exception>
    public UrlRules(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(
            words => words.Length > 0))
            Add(words);
    }

    /// <summary>The name under which a host's articles are known.</summary>
    public string HostOf(string host) => hosts.GetValueOrDefault(host, host);

    /// <summary>Whether a parameter, written <c>name=value</c>, belongs to an article's identity on a host.</summary>
    public bool Identifies(string host, string pair)
    {
        var parameter = pair.Split('=')[0];
        if (Rule(only, host) is { } identifying)
            return identifying.Contains(parameter);
        return Rule(kept, host)?.Contains(parameter) == true || !(IsDropped(parameter) || dropped.Contains(pair));
    }

    private bool IsDropped(string parameter) =>
        dropped.Contains(parameter) || droppedPrefixes.Exists(prefix => parameter.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static HashSet<string>? Rule(Dictionary<string, HashSet<string>> rules, string host)
    {
        for (var name = host; ; name = name[(name.IndexOf('.') + 1)..])
        {
            if (rules.TryGetValue(name, out var parameters))
                return parameters;
            if (!name.Contains('.'))
                return null;
        }
    }

    private void Add(string[] words)
    {
        switch (words)
        {
            case ["drop", .. var parameters]:
                dropped.UnionWith(parameters.Where(name => !name.EndsWith('*')));
                droppedPrefixes.AddRange(parameters.Where(name => name.EndsWith('*')).Select(name => name[..^1]));
                break;
            case ["only", var host, .. var parameters]:
                only[host] = new HashSet<string>(parameters, StringComparer.OrdinalIgnoreCase);
                break;
            case ["keep", var host, .. var parameters]:
                kept[host] = new HashSet<string>(parameters, StringComparer.OrdinalIgnoreCase);
                break;
            case ["host", var from, var to]:
                hosts[from] = to;
                break;
            default:
                throw new FormatException($"Not a URL rule: {string.Join(' ', words)}");
        }
    }
}
