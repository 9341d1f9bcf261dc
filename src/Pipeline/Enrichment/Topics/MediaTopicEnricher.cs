using Pipeline.Articles;
using Pipeline.Enrichment.Steps;
using Pipeline.Text;

namespace Pipeline.Enrichment.Topics;

/// <summary>
/// Maps a publisher's categories to IPTC Media Topics where the mapping is certain (<c>media-topics.txt</c>); a wire item's own
/// media topics are taken as they are. The categories themselves are not touched.
/// </summary>
internal sealed class MediaTopicEnricher : IEnricher
{
    private const string Scheme = "medtop";

    private static readonly Lazy<IReadOnlyDictionary<string, Category>> ByTerm = new(static () => Read());

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var topics = article.Categories.Select(Topic).OfType<Category>().DistinctBy(topic => topic.Term).ToArray();
        return topics.Length == 0 ? article : (article with { MediaTopics = topics }).WithProvenance("mediaTopics", "categories");
    }

    private static Category? Topic(Category category) => category.Term.StartsWith($"{Scheme}:", StringComparison.Ordinal)
        ? category
        : ByTerm.Value.GetValueOrDefault(category.Name ?? category.Term) ?? ByTerm.Value.GetValueOrDefault(category.Term);

    private static Dictionary<string, Category> Read() => EmbeddedText.Lines("Enrichment.Topics.media-topics.txt")
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(": ", 2))
        .SelectMany(parts =>
            parts[1].Split('|').Select(term => (term, Topic: new Category($"{Scheme}:{parts[0][..8]}", parts[0][9..], Scheme))))
        .ToDictionary(pair => pair.term, pair => pair.Topic, StringComparer.OrdinalIgnoreCase);
}
