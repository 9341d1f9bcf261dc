namespace Pipeline.Articles;

/// <summary>
/// An entry after enrichment: normalised, sanitised, with a stable id. What a client of the endpoint reads.
/// Every moment is in UTC.
/// </summary>
public sealed record Article
{
    /// <summary>Stable id: 26 characters of lower-case base32 over a SHA-256 of the identity that was claimed first; empty until it is
    /// claimed.</summary>
    public string Id { get; init; } = "";

    /// <summary>The source that the article belongs to: the first folder under <c>incoming/</c> of the file that brought it
    /// first.</summary>
    public required string Source { get; init; }

    /// <summary>Whose reading of the text stands, where another source than <see cref="Source"/> brought it whole; <c>null</c>
    /// otherwise.</summary>
    public string? TextSource { get; init; }

    /// <summary>The file, version and entry that this revision was read from.</summary>
    public required EntryOrigin Origin { get; init; }

    public string? SourceId { get; init; }

    /// <summary>The canonical URL: no tracking parameters, no fragment, normalised.</summary>
    public string? Url { get; init; }

    public required string Title { get; init; }

    /// <summary>At most 300 characters of plain text, cut at a sentence.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Sanitised HTML with absolute links; empty for an article that is only a title.</summary>
    public required string Html { get; init; }

    /// <summary>The text of <see cref="Html"/>, paragraphs separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47, with the script for Chinese (<c>zh-Hans</c>); <c>null</c> where neither declaration nor text tells.</summary>
    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The day of publication by the publisher's calendar, where it is another than that of <see cref="Published"/> in
    /// UTC.</summary>
    public DateOnly? PublishedOn { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>When the pipeline first saw the article.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The IPTC Media Topics that the publisher's categories are certain to mean; empty where none is.</summary>
    public IReadOnlyList<Category> MediaTopics { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Organisations, people and products that the text mentions.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public ArticleImage? LeadImage { get; init; }

    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>Whom the text credits with its images, where it does not say which.</summary>
    public string? ImageCredit { get; init; }

    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public IReadOnlyList<OutlineHeading> Outline { get; init; } = [];

    /// <summary>The outlet that published this copy, as it calls itself, with its home page and icon where it states them.</summary>
    public Publisher? Publisher { get; init; }

    /// <summary>Who published this copy, where that is not the source itself.</summary>
    public Publisher? Republisher { get; init; }

    /// <summary>Who published the story first, by the article's own words.</summary>
    public Publisher? OriginalPublisher { get; init; }

    public string? OriginalUrl { get; init; }

    public string? Section { get; init; }

    public string? Dateline { get; init; }

    public string? Rights { get; init; }

    /// <summary>False where the publisher says that the text, or a part of it, is read only by those who pay; <c>null</c> where nothing
    /// says.</summary>
    public bool? IsFree { get; init; }

    /// <summary>Words, or characters for languages written without spaces.</summary>
    public int WordCount { get; init; }

    /// <summary>Whole minutes, at least 1 where there is text.</summary>
    public int ReadingMinutes { get; init; }

    /// <summary>What a reader should know before trusting the text (<c>truncated</c>, <c>paywalled</c>, <c>future-date</c>), each with its
    /// reason.</summary>
    public IReadOnlyList<ArticleFlag> Flags { get; init; } = [];

    public WireFacts? Wire { get; init; }

    /// <summary>Where each derived fact came from, by fact name in camelCase.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>1 for the first text, one more for each change of it.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Hex SHA-256 over the facts that make a revision.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Where the article stands in a list by time: its publication, or when it was first seen where that is missing or still to
    /// come.</summary>
    public DateTimeOffset ListedAt => Published is { } published && published < FirstSeen ? published : FirstSeen;
}

/// <summary>A heading of the text, with its level from 1 to 6.</summary>
public sealed record OutlineHeading(int Level, string Text);

/// <summary>A flag and why it was raised.</summary>
public sealed record ArticleFlag(string Name, string Reason);
