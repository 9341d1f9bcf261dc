using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Enrichment.Urls;

/// <summary>What is known of query parameters and hosts, read from <c>url-rules.txt</c>, which says how each rule is written, and from the
/// public list <c>tracking-parameters.txt</c>.</summary>
internal sealed partial class UrlRules
{
    private readonly HashSet<string> hints = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> droppedPrefixes = [];
    private readonly Dictionary<string, HashSet<string>> only = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hosts = new(StringComparer.Ordinal);

    /// <summary>The rules that the pipeline ships.</summary>
    public static UrlRules Shipped { get; } = new(
        EmbeddedText.Lines("Enrichment.Urls.url-rules.txt").Concat(EmbeddedText.Lines("Enrichment.Urls.tracking-parameters.txt")));

    /// <exception cref="FormatException">A line is not a rule.</exception>
    public UrlRules(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(
            words => words.Length > 0))
            Add(words);
    }

    /// <summary>The name under which a host's articles are known.</summary>
    public string HostOf(string host) => hosts.GetValueOrDefault(host, host);

    /// <summary>Whether a parameter, written <c>name=value</c>, belongs to an article's identity on a host, behind a path.</summary>
    public bool Identifies(string host, string path, string pair)
    {
        var parameter = pair.Split('=')[0];
        if (Rule(only, host) is { } identifying)
            return identifying.Contains(parameter);
        return Rule(kept, host)?.Contains(parameter) == true
            || !(IsDropped(parameter) || IsDropped(pair) || (hints.Contains(parameter) && IsHint(path, pair[parameter.Length..])));
    }

    // A script or a general word shows what its parameters name: /article?cid=12 is another article than /article?cid=13.
    private static bool IsHint(string path, string value) =>
        !General().IsMatch(path) && (TellingPath().IsMatch(path) || value is "" or "=" || value.Any(char.IsLetter));

    private bool IsDropped(string name) =>
        dropped.Contains(name) || droppedPrefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

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
            case ["hint", .. var parameters]:
                hints.UnionWith(parameters);
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

    [GeneratedRegex(
        @"(?:^|/)(?:[^/]*\.(?:php\d?|aspx?|jsp|cgi|cfm|do|dll|pl)|index|view|article|articles|story|news|read|show|detail|details|item"
            + @"|post|page|node|search|list|)(?:\.html?)?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex General();

    // A slug of three words, or a number as content systems count.
    [GeneratedRegex(@"[^/-]+-[^/-]+-[^/]+/?$|\d{5}", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex TellingPath();
}
