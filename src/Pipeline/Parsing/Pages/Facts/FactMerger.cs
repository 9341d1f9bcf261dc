using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Takes each fact from the most trusted vocabulary that states it, and remembers which one that was.</summary>
internal sealed class FactMerger(IReadOnlyList<PageFacts> byTrust, SiteNames site)
{
    private readonly Dictionary<string, string> provenance = [];

    /// <param name="address">The page's own address, which no vocabulary overrules.</param>
    public Entry ToEntry(Uri? address)
    {
        var entry = new Entry
        {
            Url = address?.AbsoluteUri ?? First("url", facts => facts.Url),
            Title = Title(),
            SummaryHtml = First("summary", facts => facts.Summary),
            Published = Published(),
            Updated = First("updated", facts => facts.Updated),
            Language = First("language", facts => facts.Language),
            Section = First("section", facts => facts.Section),
            Rights = First("rights", facts => facts.Rights),
            Publisher = First("publisher", facts => facts.Publisher),
            IsFree = byTrust.Any(facts => facts.IsFree == false) ? false : byTrust.Any(facts => facts.IsFree == true) ? true : null,
            Contributors = Contributors(),
            Categories = FirstOf("categories", facts => facts.Categories),
            Images = FirstOf("images", facts => facts.Images),
        };
        return entry with { Provenance = provenance };
    }

    private PublishedDate? Published()
    {
        if (new PublicationDate(byTrust).Choose() is not { } chosen)
            return null;
        provenance["published"] = chosen.Origin;
        return chosen.Date;
    }

    private string? Title()
    {
        var raw = First("title", facts => facts.Title);
        var stated = WindowTitle.WithoutSite(raw, site);
        var page = byTrust[^1];
        if (page.Headline is not { } shown || raw is null || stated is null)
            return WindowTitle.WithoutSection(stated, byTrust.Select(facts => facts.Section).FirstOrDefault(name => name is not null));
        var shared = byTrust.FirstOrDefault(facts => facts.Origin == OpenGraphReader.Origin)?.Title;
        var choice = new TitleChoice(
            stated, raw, provenance["title"] == JsonLdReader.Origin, WindowTitle.WithoutSite(shared, site), page.Window);
        var (title, isShown) = choice.Choose(shown);
        if (isShown)
            provenance["title"] = page.Origin;
        return WindowTitle.WithoutSite(title, site);
    }

    // Who is named on the page may be named whole there, or be more than the one whom a template has room for.
    private IReadOnlyList<Contributor> Contributors()
    {
        var people = new PersonNames(site);
        var sifted = byTrust.Select(facts => facts with { Contributors = people.Sift(facts.Contributors) }).ToList();
        var stated = sifted.Find(facts => facts.Contributors.Count > 0);
        if (stated is null)
            return FirstOf("contributors", facts => facts.Organisations) is { Count: > 0 } organisations ? organisations
                : FirstOf("contributors", facts => facts.Origin == JsonLdReader.Origin ? people.Outlets(facts.Contributors) : []);
        var shown = sifted[^1];
        if (shown.Contributors.Count > 0 && stated.Contributors.All(IsShownAsEditor) && !shown.Contributors.Any(IsShownAsEditor))
        {
            provenance["contributors"] = shown.Origin;
            return [.. shown.Contributors, .. stated.Contributors.Select(person => person with { Role = ContributorRole.Editor })];
        }

        if (stated.Contributors.All(
            person => PersonNames.IsOrganisation(person.Name) || stated.Organisations.Any(one => one.Name == person.Name))
            && shown.Contributors.Any(person => PersonNames.LooksLikeName(person.Name) && !PersonNames.IsOrganisation(person.Name)))
        {
            provenance["contributors"] = shown.Origin;
            return shown.Contributors;
        }

        var best = shown.Contributors.All(person => PersonNames.LooksLikeName(person.Name))
            && shown.Contributors.Sum(person => person.Name.Length) > stated.Contributors.Sum(person => person.Name.Length)
            && stated.Contributors.All(person => shown.Contributors.Any(other => IsWithin(person.Name, other.Name))) ? shown : stated;
        provenance["contributors"] = best.Origin;
        return ReferenceEquals(best, shown) ? [.. best.Contributors.Select(person => Stated(person, stated.Contributors))]
            : best.Contributors;
    }

    private bool IsShownAsEditor(Contributor person) => byTrust[^1].Editors.Contains(person.Name, StringComparer.OrdinalIgnoreCase);

    // The same person keeps what else is stated: a role, a page, a mailbox.
    private static Contributor Stated(Contributor shown, IReadOnlyList<Contributor> stated) =>
        stated.FirstOrDefault(person => person.Name.Equals(shown.Name, StringComparison.OrdinalIgnoreCase)) ?? shown;

    // An account may be named by the name without its blank.
    private static bool IsWithin(string name, string whole) =>
        name.Equals(whole, StringComparison.OrdinalIgnoreCase) || whole.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
            || whole.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)
            || name.Equals(whole.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

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
