using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Http.Answers;

namespace Pipeline.Http.Articles;

/// <summary>An article as lists and changes have it; with `fields` any field of the article instead, besides `id` and `state`.</summary>
[WrittenFrom(typeof(ArticleSummary), typeof(Article), typeof(SearchMatch), Always = ["id", "state"])]
public sealed record ListedArticle;

/// <summary>An article, whole, with where it stands.</summary>
[WrittenFrom(typeof(Article), typeof(ArticlePlace))]
public sealed record PlacedArticle;

/// <summary>A page of articles, or what a poll answers.</summary>
/// <param name="Items">The articles of the page; missing in a poll.</param>
/// <param name="Changes">What is new, in order of commitment; missing in a page.</param>
/// <param name="Next">The cursor of the next page, missing on the last; in a poll the cursor to poll with next.</param>
/// <param name="More">In a poll, whether the log goes on: poll again at once.</param>
/// <param name="Search">With `q`, how far the index has come.</param>
/// <param name="Total">With `count`, how many articles the filters let through.</param>
public sealed record ArticlesPage(
    IReadOnlyList<ListedArticle>? Items, IReadOnlyList<ListedChange>? Changes, string? Next, bool? More, SearchProgress? Search,
    ArticleTotal? Total);

/// <summary>How many articles there are.</summary>
/// <param name="Articles">As far as was counted.</param>
/// <param name="IsMore">Whether there are more than that.</param>
public sealed record ArticleTotal(int Articles, bool IsMore);

/// <summary>A page of a list with how long that is, where it was asked for.</summary>
internal sealed record CountedPage(IReadOnlyList<JsonObject> Items, string? Next, ArticleTotal? Total);

/// <summary>What a poll answers.</summary>
/// <param name="Changes">In order of commitment.</param>
/// <param name="Next">The cursor to poll with next; the same one where nothing is new.</param>
/// <param name="More">True where the log goes on: poll again at once.</param>
public sealed record ChangesPage(IReadOnlyList<ListedChange> Changes, string Next, bool More);

/// <summary>One line of the log.</summary>
/// <param name="Sequence">Its number in the order of commitment, without gaps.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Article">The article as it stood then.</param>
public sealed record ListedChange(long Sequence, ChangeKind Kind, DateTimeOffset At, ListedArticle Article);
