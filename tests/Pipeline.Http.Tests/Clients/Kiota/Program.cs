// Reads a running endpoint with the client that Kiota generated, and prints what it found: Kiota ADDRESS FILE
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Pipeline.Generated;
using Pipeline.Generated.Models;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0].TrimEnd('/') };
var api = new PipelineClient(adapter).Api;

var listed = (await api.Articles.GetAsync(request =>
{
    request.QueryParameters.Sort = SortOrder.Oldest;
    request.QueryParameters.Include = [Inclusion.Duplicates, Inclusion.Withdrawn];
}))!.Items!;
Console.WriteLine($"listed {listed.Count} {listed[0].Id} {listed[0].State}");

var selected = (await api.Articles.GetAsync(request =>
{
    request.QueryParameters.Fields = [ArticleField.Url, ArticleField.Text];
    request.QueryParameters.Limit = 1;
}))!.Items!.Single();
Console.WriteLine($"selected {selected.Id} {selected.Title is null} {selected.Text!.Length}");

var followed = 0;
var poll = await api.Changes.GetAsync(request => request.QueryParameters.Limit = 2);
while (true)
{
    followed += poll!.Changes!.Count;
    if (poll.More != true)
        break;
    var next = poll.Next;
    poll = await api.Changes.GetAsync(request =>
    {
        request.QueryParameters.Limit = 2;
        request.QueryParameters.Since = next;
    });
}

var since = await api.Articles.GetAsync(request => request.QueryParameters.Since = "latest");
Console.WriteLine($"followed {followed} {since!.Changes!.Count} {since.Next!.Length > 0}");

var article = await api.Articles[listed[0].Id!].GetAsync();
Console.WriteLine($"read {article!.Id} {article.State} {article.WordCount} {article.Published:yyyy-MM-dd}");

var receipt = await api.Files[args[1]].GetAsync();
Console.WriteLine($"receipt {receipt!.File!.Path} {receipt.File.EntryCount} {receipt.Entries![0].Fate}");
