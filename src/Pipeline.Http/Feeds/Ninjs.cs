using System.Globalization;
using Pipeline.Articles;
using Pipeline.Http.Reading;

namespace Pipeline.Http.Feeds;

/// <summary>An article as ninjs 3.0 (IPTC News in JSON).</summary>
internal sealed record Ninjs
{
    public const string MediaType = "application/ninjs+json";

    public required string Uri { get; init; }

    public NinjsStandard Standard { get; } = new("ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");

    public string Type { get; } = "text";

    public string RepresentationType { get; } = "full";

    public required string Title { get; init; }

    public required string Version { get; init; }

    public DateTimeOffset? FirstCreated { get; init; }

    public required DateTimeOffset VersionCreated { get; init; }

    public required string PubStatus { get; init; }

    public int? Urgency { get; init; }

    public string? Language { get; init; }

    public string? By { get; init; }

    public string? Located { get; init; }

    public string? CopyrightNotice { get; init; }

    public string? EdNote { get; init; }

    public IReadOnlyList<NinjsText> Headlines { get; init; } = [];

    public IReadOnlyList<NinjsText> Descriptions { get; init; } = [];

    public IReadOnlyList<NinjsBody> Bodies { get; init; } = [];

    public IReadOnlyList<NinjsSubject> Subjects { get; init; } = [];

    /// <summary>Who published this copy, and whom it was taken from.</summary>
    public IReadOnlyList<NinjsInfoSource>? InfoSources { get; init; }

    /// <summary>The address of the article, which 3.0 has no word for, and the publisher's own id.</summary>
    public IReadOnlyList<NinjsText>? AltIds { get; init; }

    public IReadOnlyList<NinjsAssociation>? Associations { get; init; }

    public static Ninjs FromArticle(PublicArticle placed)
    {
        var article = placed.Article;
        return new()
        {
            Uri = $"urn:pipeline:article:{article.Id}",
            Title = article.Title,
            Version = article.Revision.ToString(CultureInfo.InvariantCulture),
            FirstCreated = article.Published,
            VersionCreated = article.Updated ?? article.Published ?? article.FirstSeen,
            PubStatus = placed.Place.State == ArticleState.Withdrawn ? "canceled" : "usable",
            Urgency = article.Wire?.Urgency,
            Language = article.Language,
            By = placed.Place.Authors is { Count: > 0 } authors ? string.Join(", ", authors) : null,
            Located = article.Dateline,
            CopyrightNotice = article.Rights,
            EdNote = article.Wire?.EditorNote,
            Headlines = [new("main", article.Title)],
            Descriptions = article.Excerpt is { } excerpt ? [new("summary", excerpt)] : [],
            Bodies = article.Html.Length == 0 ? [] : [new("main", "text/html", article.Html, article.Text.Length, article.WordCount)],
            Subjects = [.. article.Categories.Select(NinjsSubject.FromCategory)],
            InfoSources = NullIfEmpty<NinjsInfoSource>([
                .. NinjsInfoSource.FromPublisher(article.Publisher, "publisher"),
                .. NinjsInfoSource.FromPublisher(article.OriginalPublisher, "originator")]),
            AltIds = NullIfEmpty<NinjsText>([
                .. article.Url is { } url ? (NinjsText[])[new("webUrl", url)] : [],
                .. article.SourceId is { } id ? (NinjsText[])[new("publisherId", id)] : []]),
            Associations = NullIfEmpty<NinjsAssociation>([
                .. PicturesOf(article).Select(NinjsAssociation.FromImage),
                .. article.Enclosures.Select(NinjsAssociation.FromEnclosure)]),
        };
    }

    // The lead image first, whether or not it stands in the text.
    private static IEnumerable<ArticleImage> PicturesOf(Article article) => article.LeadImage is not { } lead ? article.Images
        : article.Images.Where(image => image.Url != lead.Url)
            .Prepend(article.Images.FirstOrDefault(image => image.Url == lead.Url) ?? lead);

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : items;
}

/// <summary>Which standard an item follows.</summary>
internal sealed record NinjsStandard(string Name, string Version, string Schema);

/// <summary>A text with its role.</summary>
internal sealed record NinjsText(string Role, string Value);

/// <summary>The body in one media type.</summary>
internal sealed record NinjsBody(string Role, string ContentType, string Value, int CharCount, int WordCount);

/// <summary>What it is about: a code that is no URI is a literal. 3.0 has no word for its scheme.</summary>
internal sealed record NinjsSubject(string Name, string? Uri, string? Literal)
{
    public static NinjsSubject FromCategory(Category category)
    {
        if (category.Name is not { } name)
            return new(category.Term, null, null);
        return System.Uri.TryCreate(category.Term, UriKind.Absolute, out var code) ? new(name, code.AbsoluteUri, null)
            : new(name, null, category.Term);
    }
}

/// <summary>A party that had to do with it, in its role.</summary>
internal sealed record NinjsInfoSource(string Name, string Role, string? Uri)
{
    public static IEnumerable<NinjsInfoSource> FromPublisher(Publisher? publisher, string role) =>
        publisher?.Name is { } name
            ? [new(name, role, System.Uri.TryCreate(publisher.Url, UriKind.Absolute, out _) ? publisher.Url : null)] : [];
}

/// <summary>A picture or another file that goes with it.</summary>
internal sealed record NinjsAssociation(
    string Name, string Uri, string Type, string? By, IReadOnlyList<NinjsText>? Headlines, IReadOnlyList<NinjsText>? Descriptions,
    IReadOnlyList<NinjsRendition> Renditions)
{
    public static NinjsAssociation FromImage(ArticleImage image, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"picture{index + 1}"), image.Url, "picture", image.Credit,
        image.Alt is { } alt ? [new("main", alt)] : null,
        image.Caption is { } caption ? [new("caption", caption)] : null,
        [new("main", image.Url, image.Width, image.Height, null, null)]);

    /// <summary>A file, by the first part of its media type.</summary>
    public static NinjsAssociation FromEnclosure(Enclosure enclosure, int index) =>
        enclosure.MediaType?.Split('/')[0] switch
        {
            "audio" => FromFile(enclosure, index, "audio"),
            "video" => FromFile(enclosure, index, "video"),
            "image" => FromFile(enclosure, index, "picture"),
            "text" => FromFile(enclosure, index, "text"),
            _ => FromFile(enclosure, index, "component"),
        };

    private static NinjsAssociation FromFile(Enclosure enclosure, int index, string type) => new(
        string.Create(CultureInfo.InvariantCulture, $"file{index + 1}"), enclosure.Url, type, null, null, null,
        [new("main", enclosure.Url, null, null, enclosure.MediaType, enclosure.Length)]);
}

/// <summary>A file of a picture, its size in pixels and bytes.</summary>
internal sealed record NinjsRendition(string Name, string Href, int? Width, int? Height, string? ContentType, long? SizeInBytes);
