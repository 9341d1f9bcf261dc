using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>Gives an entry what its feed states once for all entries, where the entry does not state it itself, and says so in its
/// provenance.</summary>
internal static class InheritedFacts
{
    private const string Source = "the feed";

    public static Entry Inherit(this Entry entry, FeedFacts feed)
    {
        var (language, people, rights, outlet) = feed;
        var provenance = new Dictionary<string, string>(entry.Provenance);
        if (entry.Language is null && language is not null)
            provenance["language"] = Source;
        if (entry.Contributors.Count == 0 && people.Count > 0)
            provenance["contributors"] = Source;
        if (entry.Rights is null && rights is not null)
            provenance["rights"] = Source;
        if (entry.Publisher is null && outlet is not null)
            provenance["publisher"] = Source;
        return entry with
        {
            Rights = entry.Rights ?? rights,
            Publisher = entry.Publisher ?? outlet,
            Language = entry.Language ?? language,
            Contributors = entry.Contributors.Count == 0 ? people : entry.Contributors,
            Provenance = provenance,
        };
    }
}
