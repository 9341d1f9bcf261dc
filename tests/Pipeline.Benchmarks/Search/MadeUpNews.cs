using System.Globalization;
using Pipeline.Articles;

namespace Pipeline.Benchmarks.Search;

/// <summary>Articles whose words are as frequent as those of a language: the n-th word comes about 1/n as often as the first.</summary>
internal sealed class MadeUpNews(int seed)
{
    private const int Vocabulary = 60_000;
    private const int Words = 350;

    private static readonly string[] Syllables = [
        "ka", "lo", "mi", "ter", "sun", "do", "re", "va", "pel", "nor", "shi", "gra", "tem", "ul", "ost", "fen", "bri", "zo", "qua", "hel"];

    private static readonly string[] Names = [.. Enumerable.Range(0, Vocabulary).Select(NameWord)];

    private readonly Random random = new(seed);

    /// <summary>The word that is the n-th most frequent.</summary>
    public static string WordAt(int rank) => Names[rank];

    public (ArticleChange Change, Article Text) Write(int number, DateTimeOffset published)
    {
        var id = number.ToString("D26", CultureInfo.InvariantCulture);
        var text = string.Join(". ", Enumerable.Range(0, Words / 14).Select(_ => string.Join(' ', Take(14))));
        var article = new Article
        {
            Id = id,
            Source = $"source{number % 40}",
            Origin = new EntryOrigin($"source{number % 40}/feed.xml", "0000000000000000", 0),
            Title = string.Join(' ', Take(9)),
            Excerpt = text[..200],
            Html = "",
            Text = text,
            Language = "en",
            Published = published,
            FirstSeen = published.AddMinutes(1),
        };
        return (new ArticleChange(number + 1, ChangeKind.New, published, Summaries.FromArticle(article) with { ClusterId = id }), article);
    }

    private IEnumerable<string> Take(int count) => Enumerable.Range(0, count).Select(_ => Names[Rank()]);

    // The inverse of the distribution's sum, which grows with the logarithm.
    private int Rank() => (int)Math.Min(Vocabulary - 1, Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) - 1);

    private static string NameWord(int rank)
    {
        var word = "";
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return word;
    }
}
