using System.Text.Json;
using Pipeline.Articles;

namespace Pipeline.Enrichment;

/// <summary>
/// What makes a revision: title, text, address, people, publication, status and embargo. Not the markup, images, summary, categories
/// or the time of an update, which exporters change without an editor's doing.
/// </summary>
internal sealed class ContentHashEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var wire = article.Wire;
        var people = article.Contributors.Select(person => $"{person.Role} {person.Name}").Order(StringComparer.Ordinal);
        var facts = new object?[]
        {
            article.Title, article.Text, article.Url, people, article.Published, input.Entry.IsDraft,
            wire?.Status.ToString(), wire?.Embargo is not null, wire?.Embargo?.Until, wire?.Correction, wire?.Kills,
        };
        return article with { ContentHash = StableHash.Hex(JsonSerializer.Serialize(facts)) };
    }
}
