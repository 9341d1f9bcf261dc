using Pipeline.Articles;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Takes each fact from the most trusted vocabulary that states it, and remembers which one that was.</summary>
internal sealed class FactMerger(IReadOnlyList<PageFacts> byTrust)
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
            Published = First("published", facts => facts.Published),
            Updated = First("updated", facts => facts.Updated),
            Language = First("language", facts => facts.Language),
            Section = First("section", facts => facts.Section),
            Rights = First("rights", facts => facts.Rights),
            Publisher = First("publisher", facts => facts.Publisher),
            Contributors = FirstOf("contributors", facts => facts.Contributors),
            Categories = FirstOf("categories", facts => facts.Categories),
            Images = FirstOf("images", facts => facts.Images),
        };
        return entry with { Provenance = provenance };
    }

    // Where a vocabulary states the window's title, with the site's name in it, the headline on the page is what is meant.
    private string? Title()
    {
        var shown = byTrust.LastOrDefault(facts => facts.Title is not null);
        var stated = First("title", facts => facts.Title);
        if (shown?.Title is null || shown.Title == stated || !WindowTitle.Has(stated, shown.Title))
            return stated;
        provenance["title"] = shown.Origin;
        return shown.Title;
    }

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
