namespace Pipeline.Articles;

/// <summary>An image that belongs to an article. Sizes are declared ones, in pixels: no image is ever fetched.</summary>
public sealed record ArticleImage(string Url)
{
    public string? Alt { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }
}
