using Azure;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Lists;

namespace Pipeline.Storage.Tests;

/// <summary>The lists, which can be told to be out of reach for writers.</summary>
internal sealed class FailingLists(ListStore lists) : IListStore
{
    public bool IsFailing { get; set; }

    /// <summary>The only article whose writes fail, by its title; <c>null</c> for none.</summary>
    public string? FailingTitle { get; set; }

    public Task ApplyAsync(ArticleChange change, CancellationToken cancellationToken) => IsFailing || change.Article.Title == FailingTitle
        ? throw new RequestFailedException(503, "The lists are out of reach.")
        : lists.ApplyAsync(change, cancellationToken);

    public Task<long?> FindSequenceAsync(ArticleSummary article, CancellationToken cancellationToken) =>
        lists.FindSequenceAsync(article, cancellationToken);

    public Task RemoveAsync(ArticleChange last, CancellationToken cancellationToken) => lists.RemoveAsync(last, cancellationToken);

    public Task HoldAsync(string articleId, DateTimeOffset until, CancellationToken cancellationToken) =>
        lists.HoldAsync(articleId, until, cancellationToken);

    public Task<IReadOnlyList<HeldArticle>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        lists.ListDueAsync(now, cancellationToken);

    public Task ReleaseAsync(HeldArticle held, CancellationToken cancellationToken) => lists.ReleaseAsync(held, cancellationToken);
}
