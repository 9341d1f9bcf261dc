using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Enrichment.Urls;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// The names under which an entry is known to its source, surest first: its id, its address, its title, with its date where it has
/// one, its words. The first that names no other entry is the entry's own.
/// </summary>
internal static partial class EntryKeys
{
    /// <summary>At least one; the last names only entries that say the same.</summary>
    public static IReadOnlyList<EntryKey> ForEntry(Entry entry, string source)
    {
        var keys = Ids(entry, source).Select(id => new EntryKey(id, EntryKeyKind.Id)).ToList();
        if (Address(entry) is { } url)
            keys.Add(new EntryKey(Local(url, source), EntryKeyKind.Address));
        var date = entry.Published?.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        if (entry.Title is { Length: > 0 } title)
            keys.Add(date is null ? new EntryKey($"titled:{source}:{title}", EntryKeyKind.Title)
                : new EntryKey($"said:{source}:{title}:{date}", EntryKeyKind.Words));
        keys.Add(new EntryKey($"said:{source}:{Words(entry)}:{date}", EntryKeyKind.Words));
        return keys;
    }

    /// <summary>The same without those that different entries of its file have too; the last always stays.</summary>
    public static IReadOnlyList<EntryKey> Unshared(Entry entry, string source, IReadOnlyCollection<string> shared)
    {
        var keys = ForEntry(entry, source);
        return [.. keys.SkipLast(1).Where(key => !shared.Contains(key.Value)), keys[^1]];
    }

    /// <summary>
    /// What every version of a wire item is known by beside its own id. Of each group only the first name counts that is not another's.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<EntryKey>> ForVersions(Entry entry, string source)
    {
        if (entry is not { Wire: { } wire, SourceId: { } id })
            return [];
        var groups = new List<IReadOnlyList<EntryKey>>();
        if (WireItem.FromId(id, wire.Version).Id is var item && item != id)
            groups.Add([new EntryKey(ClaimKey.Global(item), EntryKeyKind.Id), new EntryKey(Local(item, source), EntryKeyKind.Id)]);
        if (wire.ItemKey is { } key && key != id)
            groups.Add([new EntryKey(Local($"du-key:{key}", source), EntryKeyKind.Id)]);
        return groups;
    }

    /// <summary>By what a person asks for the entry: its address, and its id within its source and without.</summary>
    public static IReadOnlyList<string> ForLookup(Entry entry, string source)
    {
        string?[] names = [
            Address(entry) is { } url ? ClaimKey.Url(url) : null,
            .. entry.SourceId is { } id && IsName(id) ? (string[])[ClaimKey.Global(id), Local(id, source)] : []];
        return [.. names.OfType<string>()];
    }

    /// <summary>The key of an id among those of one source.</summary>
    public static string Local(string id, string source) => $"id:{source}:{id}";

    /// <summary>True for a key that other sources may claim as well.</summary>
    public static bool IsGlobal(string key) => key.StartsWith(ClaimKey.Global(""), StringComparison.Ordinal);

    /// <summary>The canonical address; <c>null</c> where there is none, or where it is that of a whole site.</summary>
    public static string? Address(Entry entry) => entry.Url is { } url && IsName(url) ? CanonicalUrl.FromAddress(url) ?? url : null;

    /// <summary>False for what stands where a name belongs: a site's home page, <c>N/A</c>, <c>null</c>.</summary>
    public static bool IsName(string text) =>
        !Placeholder().IsMatch(text)
            && !(CanonicalUrl.FromAddress(text) is { } url && (Home().IsMatch(url) || PlaceholderPath().IsMatch(url)));

    // Where another source's article has the id, the entry is known by it within its own source.
    private static IEnumerable<string> Ids(Entry entry, string source)
    {
        if (entry.SourceId is not { } id || !IsName(id))
            return [];
        return entry.SourceIdIsGlobal ? [ClaimKey.Global(id), Local(id, source)] : [Local(id, source)];
    }

    private static string Words(Entry entry) => StableHash.Id(
        [entry.Title ?? "", entry.SummaryHtml ?? "", entry.ContentHtml ?? "", .. entry.Enclosures.Select(enclosure => enclosure.Url)]);

    // Software and people write these where a field must not be empty.
    [GeneratedRegex(
        @"^(?:\W*|n/?a|none|null|nil|undefined|unknown|false|true|tb[da]|guid|u?id|link|url|(?:urn:uuid:)?[0-]+)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Placeholder();

    // One that a parser took for a relative address and resolved.
    [GeneratedRegex(@"^https://.*/(?:n/a|null|undefined|none)/?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex PlaceholderPath();

    [GeneratedRegex(@"^https://[^/?#]+/?$", RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Home();
}
