using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Evaluation.Pages;

/// <summary>What the pipeline makes of a page: no article where it is rejected.</summary>
internal sealed record ReadPage(string Key, IReadOnlyList<ReadArticle> Entries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly FileParser Parser = new(new ParsingSettings());

    private static readonly ArticleEnricher Enricher = new(new EnrichmentSettings());

    /// <summary>The article that the set's truth is about.</summary>
    [JsonIgnore]
    public ReadArticle? Article => Entries.Count > 0 ? Entries[0] : null;

    /// <summary>Every page of a set, side by side, in its order.</summary>
    public static async Task<IReadOnlyList<ReadPage>> ReadAllAsync(
        string set, IReadOnlyList<CorpusPage> pages, string? dump, CancellationToken cancellationToken)
    {
        var read = new ReadPage[pages.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pages.Count), cancellationToken,
            async (index, token) => read[index] = await ReadAsync(set, pages[index], token));
        if (dump is not null)
            await File.WriteAllLinesAsync(
                Path.Combine(dump, $"{set}.jsonl"), read.Select(page => JsonSerializer.Serialize(page, Json)), cancellationToken);
        return read;
    }

    private static async Task<ReadPage> ReadAsync(string set, CorpusPage page, CancellationToken cancellationToken)
    {
        var file = new DroppedFile(
            $"{set}/{page.Key.Replace(".gz", "", StringComparison.Ordinal)}", await page.ReadAsync(cancellationToken))
        {
            Address = Uri.TryCreate(page.Url, UriKind.Absolute, out var address) ? address : null,
        };
        var entries = Parse(file) is ParseResult.Parsed parsed ? parsed.Entries.OfType<ParsedEntry.Readable>() : [];
        return new ReadPage(page.Key, [.. entries.Select((readable, index) => Enrich(readable.Entry, file, index))]);
    }

    // A bug on one page must not hide what the others show; the page counts as lost.
    private static ParseResult? Parse(DroppedFile file)
    {
        try
        {
            return Parser.Parse(file);
        }
        catch (Exception fault)
        {
            Console.WriteLine($"{file.Path}: the parser threw {fault}");
            return null;
        }
    }

    private static ReadArticle Enrich(Entry entry, DroppedFile file, int index)
    {
        var article = Enricher.Enrich(entry, new EntryOrigin(file.Path, "evaluation", index), file.Source, DateTimeOffset.UnixEpoch);
        var contributors = article.Contributors.Select(contributor => new ReadContributor(contributor.Name, contributor.Role));
        return new ReadArticle(article.Title, article.Text, [.. contributors], WherePublished(article), article.Updated, article.Language);
    }

    // The same moment by a clock that shows the publisher's day.
    private static DateTimeOffset? WherePublished(Article article)
    {
        if (article.Published is not { } at || article.PublishedOn is not { } day)
            return article.Published;
        var hours = day.DayNumber > DateOnly.FromDateTime(at.UtcDateTime).DayNumber ? 24 - at.UtcDateTime.Hour : -1 - at.UtcDateTime.Hour;
        return at.ToOffset(TimeSpan.FromHours(hours));
    }
}

/// <summary>The facts of an article that the sets know.</summary>
internal sealed record ReadArticle(
    string Title, string Text, IReadOnlyList<ReadContributor> Contributors, DateTimeOffset? Published, DateTimeOffset? Updated,
    string? Language)
{
    [JsonIgnore]
    public IReadOnlyList<string> Authors =>
        [.. Contributors.Where(contributor => contributor.Role == ContributorRole.Author).Select(contributor => contributor.Name)];
}

/// <summary>Who had a part in it.</summary>
internal sealed record ReadContributor(string Name, ContributorRole Role);
