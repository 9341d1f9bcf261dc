using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Http.Routing;
using Pipeline.Storage;

namespace Pipeline.Http.Articles;

/// <summary>What a client asked lists, polls and feeds to narrow themselves to; all of it must hold.</summary>
internal static class ArticleFilter
{
    /// <summary>The query of a list; <paramref name="limit"/> where the client states none.</summary>
    public static ListQuery QueryOf(HttpRequest request, int limit)
    {
        var include = Parameters.Include.Of(request, []);
        return new ListQuery
        {
            Source = Parameters.Source.Of(request, null),
            Category = Parameters.Category.Of(request, null),
            Language = Parameters.Language.Of(request, null),
            Author = Parameters.Author.Of(request, null),
            Keyword = Parameters.Keyword.Of(request, null),
            Cluster = Parameters.Cluster.Of(request, null),
            PublishedFrom = Parameters.PublishedFrom.Of(request, null),
            PublishedTo = Parameters.PublishedTo.Of(request, null),
            IncludeDuplicates = include.Contains("duplicates"),
            IncludeWithdrawn = include.Contains("withdrawn"),
            Limit = Parameters.Limit.Of(request, limit),
        };
    }

    /// <summary>Whether a change passes: the log has one order for everyone, so a poll is narrowed as it is read.</summary>
    public static bool Passes(this ListQuery query, ArticleSummary article) =>
        Is(query.Source, article.Source) && Is(query.Language, article.Language) && Is(query.Cluster, article.ClusterId)
        && IsAmong(query.Category, article.Categories) && IsAmong(query.Author, article.Authors) && IsAmong(query.Keyword, article.Keywords)
        && (query.PublishedFrom is not { } from || article.ListedAt >= from)
        && (query.PublishedTo is not { } to || article.ListedAt < to);

    private static bool Is(string? wanted, string? found) => wanted is null || wanted.Equals(found, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmong(string? wanted, IReadOnlyList<string> found) =>
        wanted is null || found.Contains(wanted, StringComparer.OrdinalIgnoreCase);
}
