using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;

namespace Pipeline.Http.Routing;

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
            Domain = Parameters.Domain.Of(request, null),
            Name = Parameters.Name.Of(request, null),
            MinOutlets = Parameters.MinOutlets.Of(request, 1) is > 1 and var outlets ? outlets : null,
            PublishedFrom = Parameters.PublishedFrom.Of(request, null),
            PublishedTo = Parameters.PublishedTo.Of(request, null),
            IncludeDuplicates = include.Contains("duplicates"),
            IncludeWithdrawn = include.Contains("withdrawn"),
            IsOldestFirst = Parameters.Sort.Of(request, null) == "oldest",
            Limit = Parameters.Limit.Of(request, limit),
        };
    }

    /// <summary>The order that a search was asked for in.</summary>
    public static SearchOrder OrderOf(HttpRequest request, SearchOrder otherwise) => Parameters.Sort.Of(request, null) switch
    {
        "newest" => SearchOrder.Newest,
        "oldest" => SearchOrder.Oldest,
        "relevance" => SearchOrder.Relevance,
        _ => otherwise,
    };

    /// <summary>What must be the same for a cursor to mean the same place.</summary>
    public static string Scope(ListQuery query) => JsonSerializer.Serialize(query with { Limit = 0, After = null });
}
