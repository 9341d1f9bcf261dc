namespace Pipeline.Articles;

/// <summary>The flags that other parts of the pipeline act on; the rest are for readers alone.</summary>
public static class ArticleFlags
{
    /// <summary>It says of itself that it is the corrected one of a text that was sent before.</summary>
    public const string Correction = "correction";
}
