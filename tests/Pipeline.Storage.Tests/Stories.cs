using Pipeline.Articles;

namespace Pipeline.Storage.Tests;

/// <summary>Entries for tests: stories with a text of their own, and copies of them.</summary>
internal static class Stories
{
    private static readonly string[] Places = ["Aldmoor", "Brixen", "Corvale", "Dunmere", "Eskilby", "Farnholt", "Grenwick", "Halvest"];
    private static readonly string[] Things = ["harbour", "tramway", "orchard", "library", "foundry", "aqueduct", "theatre", "observatory"];

    /// <summary>A text of about 120 words that shares no phrase of length with that of another number.</summary>
    public static string Text(int story)
    {
        var random = new Random(story);
        string Word(string[] words) => words[random.Next(words.Length)] + random.Next(100, 999).ToString(provider: null);
        var sentences = Enumerable.Range(0, 9).Select(_ =>
            $"{Word(Places)} council weighed {Word(Things)} repairs while {Word(Places)} residents counted {random.Next(1000, 9999)} {Word(
                Things)} visits near {Word(Places)}.");
        return string.Concat(sentences.Select(sentence => $"<p>{sentence}</p>"));
    }

    public static Entry Entry(int story, string outlet = "first", DateTimeOffset? published = null) => new()
    {
        SourceId = $"{outlet}-{story}",
        Url = $"https://{outlet}.example/news/{story}",
        Title = $"Story {story} of the day",
        ContentHtml = Text(story),
        Published = new PublishedDate(published ?? new DateTimeOffset(2026, 2, 20, 8, 0, 0, TimeSpan.Zero).AddMinutes(story), ""),
    };
}
