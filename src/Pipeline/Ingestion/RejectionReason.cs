using Pipeline.Articles;

namespace Pipeline.Ingestion;

/// <summary>Why an entry cannot become an article; <c>null</c> where it can.</summary>
internal static class RejectionReason
{
    public static string? For(Entry entry, Article article) => entry switch
    {
        { IsDraft: true } => "its author marked it as a draft",
        { Wire: { Kills.Count: > 0 } or { Status: WireStatus.Canceled } } => null,
        // A picture with words to it is a story of its own: photo blogs post nothing else.
        _ when article.Images.Any(image => image.Alt is not null || image.Caption is not null) => null,
        _ when article.Title.Length == 0 && article.Text.Length == 0 => "it has neither a title nor a text",
        _ => null,
    };
}
