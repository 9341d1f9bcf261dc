namespace Pipeline.Benchmarks.Operations;

/// <summary>An RSS feed of ten made-up stories, as one source has it.</summary>
/// <param name="Source">The source's folder.</param>
/// <param name="FirstStory">The number of the first story.</param>
internal sealed record Feed(string Source, int FirstStory)
{
    public const int Entries = 10;

    private static readonly DateTimeOffset Published = new(2026, 2, 20, 6, 0, 0, TimeSpan.Zero);

    /// <summary>A sentence that every entry ends with; another one makes revisions of them.</summary>
    public string? LastSentence { get; init; }

    /// <summary>Which fetch of the feed it is: its bytes are others each time.</summary>
    public int Fetch { get; init; } = 1;

    /// <summary>How long after the first outlet this one publishes.</summary>
    public TimeSpan Lag { get; init; }

    public static string TextOf(int story) => string.Join("\n\n", MadeUpStory.Of(story));

    public string Content() =>
        $"""
        <rss version="2.0"><channel><title>News</title><link>https://{Source}.example/</link><description>News</description>
        <ttl>{Fetch}</ttl>
        {string.Concat(Enumerable.Range(FirstStory, Entries).Select(Item))}
        </channel></rss>
        """;

    private string Item(int story)
    {
        var url = $"https://{Source}.example/{story}";
        var html = string.Concat(MadeUpStory.Of(story).Append(LastSentence).OfType<string>().Select(sentence => $"<p>{sentence}</p>"));
        return $"<item><guid>{url}</guid><link>{url}</link><title>Story {story}</title><pubDate>{Published.AddMinutes(story)
            + Lag:R}</pubDate>"
            + $"<description><![CDATA[{html}]]></description></item>";
    }
}
