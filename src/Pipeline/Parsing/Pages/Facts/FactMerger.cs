using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Takes each fact from the most trusted vocabulary that states it, and remembers which one that was.</summary>
internal sealed class FactMerger(IReadOnlyList<PageFacts> byTrust, SiteNames site)
{
    // Longer "headlines" are descriptions.
    private const int MaxHeadlineLength = 150;

    private readonly Dictionary<string, string> provenance = [];

    /// <param name="address">The page's own address, which no vocabulary overrules.</param>
    public Entry ToEntry(Uri? address)
    {
        var entry = new Entry
        {
            Url = address?.AbsoluteUri ?? First("url", facts => facts.Url),
            Title = Title(),
            SummaryHtml = First("summary", facts => facts.Summary),
            Published = First("published", facts => facts.Published),
            Updated = First("updated", facts => facts.Updated),
            Language = First("language", facts => facts.Language),
            Section = First("section", facts => facts.Section),
            Rights = First("rights", facts => facts.Rights),
            Publisher = First("publisher", facts => facts.Publisher),
            Contributors = Contributors(),
            Categories = FirstOf("categories", facts => facts.Categories),
            Images = FirstOf("images", facts => facts.Images),
        };
        return entry with { Provenance = provenance };
    }

    // The headline on the page is what its editors wrote for readers; what is stated for machines often has a kicker before it or the
    // site's name behind it, or is a description. Where two vocabularies agree on another wording, that is what the article is called.
    private string? Title()
    {
        var stated = WindowTitle.WithoutSite(First("title", facts => facts.Title), site);
        if (byTrust.LastOrDefault(facts => facts.Title is not null) is not { IsHeadline: true } shown || stated is null
            || shown.Title == stated)
            return stated;
        var isAgreed = byTrust.Where(facts => !facts.IsHeadline).Select(facts => WindowTitle.WithoutSite(facts.Title, site)).Distinct(
            StringComparer.Ordinal).Count(title => title is not null) == 1
            && byTrust.Count(facts => !facts.IsHeadline && facts.Title is not null) > 1;
        if (isAgreed && stated.Length <= MaxHeadlineLength && !stated.Contains(shown.Title!, StringComparison.OrdinalIgnoreCase))
            return stated;
        provenance["title"] = shown.Origin;
        return shown.Title;
    }

    // Who is named on the page may be named whole there, or be more than the one whom a template has room for.
    private IReadOnlyList<Contributor> Contributors()
    {
        var people = new PersonNames(site);
        var sifted = byTrust.Select(facts => facts with { Contributors = people.Sift(facts.Contributors) }).ToList();
        var stated = sifted.Find(facts => facts.Contributors.Count > 0);
        if (stated is null)
            return FirstOf("contributors", facts => facts.Organisations);
        var shown = sifted[^1];
        var best = shown.Contributors.Sum(person => person.Name.Length) > stated.Contributors.Sum(person => person.Name.Length)
            && stated.Contributors.All(person => shown.Contributors.Any(other => IsWithin(person.Name, other.Name))) ? shown : stated;
        provenance["contributors"] = best.Origin;
        return ReferenceEquals(best, shown) ? [.. best.Contributors.Select(person => Stated(person, stated.Contributors))]
            : best.Contributors;
    }

    // The same person keeps what else is stated: a role, a page, a mailbox.
    private static Contributor Stated(Contributor shown, IReadOnlyList<Contributor> stated) =>
        stated.FirstOrDefault(person => person.Name.Equals(shown.Name, StringComparison.OrdinalIgnoreCase)) ?? shown;

    private static bool IsWithin(string name, string whole) =>
        name.Equals(whole, StringComparison.OrdinalIgnoreCase) || whole.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
            || whole.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase);

    private T? First<T>(string name, Func<PageFacts, T?> fact)
        where T : class
    {
        var stated = byTrust.FirstOrDefault(facts => fact(facts) is not null);
        if (stated is null)
            return null;
        provenance[name] = stated.Origin;
        return fact(stated);
    }

    private IReadOnlyList<T> FirstOf<T>(string name, Func<PageFacts, IReadOnlyList<T>> fact) =>
        First(name, facts => fact(facts) is { Count: > 0 } stated ? stated : null) ?? [];
}
