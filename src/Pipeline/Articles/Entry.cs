namespace Pipeline.Articles;

/// <summary>
/// One item of a dropped file as its publisher wrote it: facts are decoded and trimmed but not judged.
/// A fact that the file does not state is <c>null</c> or an empty list, never a guess.
/// </summary>
public sealed record Entry
{
    /// <summary>The publisher's own id: an RSS <c>guid</c>, an Atom <c>id</c>, a wire <c>guid</c>.</summary>
    public string? SourceId { get; init; }

    /// <summary>True where <see cref="SourceId"/> is unique in the world (a wire guid, a <c>tag:</c> or <c>urn:</c> id), not only within
    /// its source.</summary>
    public bool SourceIdIsGlobal { get; init; }

    /// <summary>The address of the article, absolute where the file lets it be.</summary>
    public string? Url { get; init; }

    /// <summary>Addresses that a page claims to be known by, most trusted first and not judged: a claim may name a home page.</summary>
    public IReadOnlyList<UrlClaim> UrlClaims { get; init; } = [];

    /// <summary>Plain text; markup in a published title has been removed and entities decoded.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's summary, HTML as published and not yet sanitised.</summary>
    public string? SummaryHtml { get; init; }

    /// <summary>The full text, HTML as published (Markdown already rendered), not yet sanitised; links are absolute.</summary>
    public string? ContentHtml { get; init; }

    public PublishedDate? Published { get; init; }

    public PublishedDate? Updated { get; init; }

    /// <summary>The declared language, as written (<c>en-us</c>, <c>zh_CN</c>).</summary>
    public string? Language { get; init; }

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    public IReadOnlyList<Category> Categories { get; init; } = [];

    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The outlet that published this copy: the feed's or site's own name, home page and icon, the provider of a wire
    /// item.</summary>
    public Publisher? Publisher { get; init; }

    /// <summary>Who published the item first, where this copy was taken over and says so (RSS and Atom <c>source</c>).</summary>
    public Publisher? OriginalPublisher { get; init; }

    public string? Section { get; init; }

    public string? Dateline { get; init; }

    public string? Rights { get; init; }

    /// <summary>True where the author marked the post as a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>False where the publisher says that the text, or a part of it, is read only by those who pay; <c>null</c> where nothing
    /// says.</summary>
    public bool? IsFree { get; init; }

    /// <summary>What only wire items state; <c>null</c> for every other format.</summary>
    public WireFacts? Wire { get; init; }

    /// <summary>Where a fact was read, by fact name in camelCase: <c>title → JSON-LD</c>. A fact that is not named came from the format's
    /// own field.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();
}
