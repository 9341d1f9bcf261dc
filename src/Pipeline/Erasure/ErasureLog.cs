using Microsoft.Extensions.Logging;

namespace Pipeline.Erasure;

/// <summary>What erasure says to an operator: ids and counts, never a word of what was erased.</summary>
internal static partial class ErasureLog
{
    [LoggerMessage(60, LogLevel.Warning, "Article {ArticleId} was erased: {Revisions} revisions, {Files} dropped files")]
    public static partial void Erased(this ILogger log, string articleId, int revisions, int files);
}
