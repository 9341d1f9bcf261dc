namespace Pipeline.Articles;

/// <summary>What lists and changes carry of an article, so that a page of them is one query.</summary>
public sealed record ArticleSummary
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public string? Excerpt { get; init; }

    public string? Language { get; init; }

    /// <summary>When its publisher says that it was published; missing where it does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its place in lists by time: its publication, or when it was first seen where that is missing or still to come.</summary>
    public required DateTimeOffset ListedAt { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Organisations, people and products that the text mentions; empty for articles stored before lists had them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public string? Image { get; init; }

    public int WordCount { get; init; }

    public int ReadingMinutes { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The outlet that published this copy, as it calls itself, with its home page and icon where it states them.</summary>
    public Publisher? Publisher { get; init; }

    /// <summary>Who published this copy, where that is not the source itself.</summary>
    public Publisher? Republisher { get; init; }

    /// <summary>Who published the story first, by the article's own words.</summary>
    public Publisher? OriginalPublisher { get; init; }

    public string? OriginalUrl { get; init; }

    public int Revision { get; init; }

    /// <summary>The provider's version of a wire item; <c>null</c> for other formats.</summary>
    public int? WireVersion { get; init; }

    public ArticleState State { get; init; }

    public string ClusterId { get; init; } = "";

    /// <summary>How many published articles carry its text, itself among them: in a change as it was then, in a list as it was a minute ago
    /// at most.</summary>
    public int ClusterSize { get; init; } = 1;

    /// <summary>How many sources these articles are from.</summary>
    public int Outlets { get; init; } = 1;

    /// <summary>When the first of these articles was published, or first seen where it says no time; missing where that is not
    /// known.</summary>
    public DateTimeOffset? ClusterFirst { get; init; }
}

/// <summary>Where an article stands.</summary>
public enum ArticleState
{
    /// <summary>The one article of its cluster that lists show.</summary>
    Canonical,

    /// <summary>Its text is another article's text.</summary>
    Duplicate,

    /// <summary>Held back: an embargo or a status that forbids publication.</summary>
    Held,

    /// <summary>Withdrawn by its publisher.</summary>
    Withdrawn,
}
