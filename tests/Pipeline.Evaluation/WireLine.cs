using AngleSharp.Html.Parser;
using Pipeline.Articles;
using Pipeline.Enrichment.Markup;

namespace Pipeline.Evaluation;

/// <summary>What the pipeline made of one wire item, as a line of the dump.</summary>
internal sealed record WireLine(string File, string Outcome)
{
    public string? Headline { get; init; }

    public string? Text { get; init; }

    public string? Byline { get; init; }

    public string? Dateline { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<WireSubject> Subjects { get; init; } = [];

    public int? Version { get; init; }

    public string? Status { get; init; }

    /// <summary>The end of the embargo, <c>open</c> for one without an end, <c>null</c> where there is none.</summary>
    public string? Embargo { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Guid { get; init; }

    public string? Reason { get; init; }

    public static WireLine Of(string file, Entry entry) => new(file, "entry")
    {
        Headline = entry.Title,
        Text = PlainText(entry.ContentHtml ?? entry.SummaryHtml ?? ""),
        Byline = entry.Contributors.Count > 0 ? string.Join(", ", entry.Contributors.Select(person => person.Name)) : null,
        Dateline = entry.Dateline,
        Language = entry.Language,
        Subjects = [.. entry.Categories.Select(category => new WireSubject(category.Term, category.Name))],
        Version = entry.Wire?.Version,
        Status = entry.Wire?.Status.ToString().ToLowerInvariant(),
        Embargo = entry.Wire?.Embargo is { } embargo ? embargo.Until?.ToString("O") ?? "open" : null,
        Published = entry.Published?.At,
        Updated = entry.Updated?.At,
        Guid = entry.SourceId,
    };

    /// <summary>The text of HTML as an article would have it.</summary>
    public static string PlainText(string html) => HtmlText.FromNode(new HtmlParser().ParseDocument($"<body>{html}").Body!);
}

/// <summary>A subject of a wire item.</summary>
internal sealed record WireSubject(string Code, string? Name);
