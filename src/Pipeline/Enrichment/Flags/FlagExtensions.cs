using Pipeline.Articles;

namespace Pipeline.Enrichment.Flags;

/// <summary>Flags are raised once each, with the first reason found.</summary>
internal static class FlagExtensions
{
    public static Article Flag(this Article article, string name, string reason) =>
        article.Flags.Any(flag => flag.Name == name) ? article : article with { Flags = [.. article.Flags, new ArticleFlag(name, reason)] };
}
