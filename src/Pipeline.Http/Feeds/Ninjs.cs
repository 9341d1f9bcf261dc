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

    public IReadOnlyList<NinjsPicture>? Associations { get; init; }

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
            Associations = article.Images.Count == 0 ? null : [.. article.Images.Select(NinjsPicture.FromImage)],
        };
    }
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

/// <summary>A picture that goes with it.</summary>
internal sealed record NinjsPicture(
    string Name, string Uri, string Type, string? By, IReadOnlyList<NinjsText>? Headlines, IReadOnlyList<NinjsText>? Descriptions,
    IReadOnlyList<NinjsRendition> Renditions)
{
    public static NinjsPicture FromImage(ArticleImage image, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"picture{index + 1}"), image.Url, "picture", image.Credit,
        image.Alt is { } alt ? [new("main", alt)] : null,
        image.Caption is { } caption ? [new("caption", caption)] : null,
        [new("main", image.Url, image.Width, image.Height)]);
}

/// <summary>A file of a picture, its size in pixels.</summary>
internal sealed record NinjsRendition(string Name, string Href, int? Width, int? Height);
