// Reads a running endpoint with the client that NSwag generated, and prints what it found: NSwag ADDRESS FILE
using Pipeline.Generated;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new PipelineClient(http);

var listed = await client.ListArticlesAsync(sort: SortOrder.Oldest, include: [Inclusion.Duplicates, Inclusion.Withdrawn]);
Console.WriteLine($"listed {listed.Items.Count} {listed.Items.First().Id} {listed.Items.First().State}");

var selected = await client.ListArticlesAsync(fields: [ArticleField.Url, ArticleField.Text], limit: 1);
Console.WriteLine($"selected {selected.Items.Single().Id} {selected.Items.Single().Title is null} {selected.Items.Single().Text.Length}");

var followed = 0;
for (var poll = await client.ListChangesAsync(limit: 2); ; poll = await client.ListChangesAsync(since: poll.Next, limit: 2))
{
    followed += poll.Changes.Count;
    if (!poll.More)
        break;
}

var since = await client.ListArticlesAsync(since: "latest");
Console.WriteLine($"followed {followed} {since.Changes.Count} {since.Next.Length > 0}");

var article = await client.GetArticleAsync(listed.Items.First().Id);
Console.WriteLine($"read {article.Id} {article.State} {article.WordCount} {article.Published:yyyy-MM-dd}");

var receipt = await client.GetFileAsync(args[1]);
Console.WriteLine($"receipt {receipt.File.Path} {receipt.File.EntryCount} {receipt.Entries.First().Fate}");
