using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Routing;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Reading;

/// <summary>What a publisher holds back, withholds or withdraws is behind no route.</summary>
public sealed class VisibilityTests(EmulatorFixture emulator)
{
    private const string Shared =
        "The harbour authority in Varberg closes its northern quay on 4 May, after divers found four holes in its sheet piling. "
        + "Ferries to Grenaa leave from the southern quay until the repair is done, and the fish auction opens an hour earlier than usual.";

    // In the order in which they come. Each secret is a word that stands in what nobody may see and nowhere else.
    private static readonly (string Path, string Content)[] Drops =
    [
        ("open/a.xml", WireFile("urn:a:open", 1, "Quay closes", Shared)),
        ("held/a.xml",
            WireFile("urn:a:held", 1, "Zirconium plant is sold", "The zirconium plant by the river is sold to its workers.",
                "2099-01-01T00:00:00Z")),
        ("endless/a.xml",
            WireFile("urn:a:endless", 1, "Xenon price is fixed", "The xenon price is fixed for ten years by both houses.", "soon")),
        ("withheld/a.xml",
            WireFile("urn:a:withheld", 1, "Thulium mine opens", "A thulium mine opens in the northern hills in June.", status: "withheld")),
        ("revised/a.xml", WireFile("urn:a:revised", 1, "Council meets", "The council meets on Monday to talk about the bridge.")),
        ("revised/b.xml",
            WireFile("urn:a:revised", 2, "Ytterbium bridge is named", "The council names the ytterbium bridge after its builder.",
                "2099-01-01T00:00:00Z")),
        ("gone/a.xml", WireFile(
            "urn:a:gone", 1, "Mayor resigns", "Wolframite wolframite money was found in a drawer, and wolframite letters with it.")),
        ("gone/b.xml",
            WireFile("urn:a:gone", 2, "Mayor resigns", "Wolframite wolframite money was found in a drawer, and wolframite letters with it.",
                status: "canceled")),
        ("never/b.xml", WireFile("urn:a:never", 2, "Vanadium quay is closed", Shared, status: "canceled")),
        ("never/a.xml", WireFile("urn:a:never", 1, "Vanadium quay is closed", Shared)),
    ];

    private static readonly string[] Secrets = ["zirconium", "xenon", "thulium", "ytterbium", "wolframite", "vanadium"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_shows_a_reader_what_is_held_withheld_or_withdrawn()
    {
        await using var room = await OpenAsync();
        var articles = await ListArticleIdsAsync(room);
        // The id of one that was withdrawn before it came may stand for the cluster that it founded, where it says nothing.
        var hidden =
            articles.Where(article => article.Path[..^6] is "held" or "endless" or "withheld").Select(article => article.Id).ToList();
        Assert.Equal(3, hidden.Distinct().Count());
        var (_, own) = await AskAsync(room, "/api/feed-token", "read");
        var token = JsonDocument.Parse(own).RootElement.GetProperty("token").GetString();
        foreach (var template in ListAddresses([.. articles.Select(article => article.Id).Distinct()]))
        {
            var address = template.Replace("{token}", token, StringComparison.Ordinal);
            var (status, answer) = await AskAsync(room, address, "read");
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{address}: {status} {answer}");
            Assert.All(Secrets,
                secret => Assert.False(answer.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{address} shows {secret}: {answer}"));
            // A problem repeats the id that was asked for.
            if (status == HttpStatusCode.OK)
                Assert.All(hidden, id => Assert.False(answer.Contains(id, StringComparison.Ordinal), $"{address} shows {id}: {answer}"));
        }
    }

    [Theory]
    [InlineData("held", "zirconium", "/api/articles/{id}")]
    [InlineData("held", "zirconium", "/api/articles/{id}/revisions")]
    [InlineData("held", "zirconium", "/api/clusters/{id}")]
    [InlineData("held", "zirconium", "/api/files/{path}")]
    [InlineData("revised", "ytterbium", "/api/articles/{id}")]
    [InlineData("gone", "wolframite", "/api/articles/{id}")]
    public async Task An_admin_sees_what_a_reader_does_not(string source, string secret, string address)
    {
        await using var room = await OpenAsync();
        var (path, id) = (await ListArticleIdsAsync(room)).First(article => article.Path.StartsWith(source, StringComparison.Ordinal));
        var filled = address.Replace("{id}", id, StringComparison.Ordinal).Replace("{path}", path, StringComparison.Ordinal);

        Assert.Contains(secret, (await AskAsync(room, filled, "admin")).Answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, (await AskAsync(room, filled, "read")).Answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_list_by_keyword_does_not_tell_what_a_withdrawn_text_was_about()
    {
        await using var room = await OpenAsync();

        var (_, answer) = await AskAsync(room, "/api/articles?keyword=wolframite&include=withdrawn", "read");

        Assert.Equal(0, JsonDocument.Parse(answer).RootElement.GetProperty("items").GetArrayLength());
    }

    /// <summary>Where a handler takes a store of news itself, nobody decides what may be seen.</summary>
    [Fact]
    public void No_handler_reads_news_but_through_the_one_that_decides()
    {
        Type[] stores = [typeof(ArticleStore), typeof(ListStore), typeof(SearchIndex)];
        var takers = typeof(PipelineRoutes).Assembly.GetTypes()
            .Where(type => type.GetConstructors().Any(
                constructor => constructor.GetParameters().Any(parameter => stores.Contains(parameter.ParameterType))));

        Assert.Equal(["NewsReading", "SearchReading"], takers.Select(type => type.Name));
    }

    private static string WireFile(
        string guid, int version, string headline, string text, string? embargo = null, string status = "usable") =>
        $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2"
        standardversion="2.34" conformance="power">
          <itemMeta><itemClass qcode="ninat:text"/><provider literal="Coast"/><versionCreated>2026-03-01T08:0{version}:00Z</versionCreated>
          {(embargo is null ? "" : $"<embargoed>{embargo}</embargoed>")}<pubStatus qcode="stat:{status}"/></itemMeta>
          <contentMeta><urgency>4</urgency><headline>{headline}</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body>
          </html></inlineXML></contentSet>
        </newsItem>
        """;

    // Every route that reads, with every id and file in its place, and with whatever widens what it shows.
    private static IEnumerable<string> ListAddresses(IReadOnlyList<string> ids) =>
        from route in PipelineRoutes.All
        where route.Method == HttpMethods.Get && route.Access != Access.Admin
        from id in route.Path.Contains("{id}", StringComparison.Ordinal) ? ids : [""]
        from path in route.Path.Contains("{path}", StringComparison.Ordinal) ? Drops.Select(drop => drop.Path) : [""]
        from revision in route.Path.Contains("{revision}", StringComparison.Ordinal) ? new[] { "1", "2" } : [""]
        from query in ListQueries(route, ids)
        select route.Path.Replace("{id}", id, StringComparison.Ordinal).Replace("{path}", path, StringComparison.Ordinal)
            .Replace("{revision}", revision, StringComparison.Ordinal).Replace("{file}", "reader.js", StringComparison.Ordinal)
            .Replace("{root}", "", StringComparison.Ordinal) + query;

    private static IEnumerable<string> ListQueries(PipelineRoute route, IReadOnlyList<string> ids)
    {
        var names = route.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        yield return "";
        if (names.Contains("include"))
            yield return "?include=duplicates,withdrawn";
        if (names.Contains("from") && names.Contains("to"))
            yield return "?from=1&to=2";
        if (names.Contains("fields"))
            yield return "?fields=title,text,html,excerpt,keywords,names,outline,images,leadImage,provenance";
        if (names.Contains("ids"))
            yield return $"?ids={string.Join(',', ids)}&fields=title,text,html,keywords";
        // A feed repeats in its title what was looked for.
        foreach (var word in !names.Contains("q") ? [] : route.Name == nameof(RouteTemplates.ListArticles) ? Secrets : ["quay"])
            yield return $"?q={word}&include=duplicates,withdrawn";
        if (route.Name is nameof(RouteTemplates.ExportArticles) or nameof(RouteTemplates.StreamChanges))
            yield return "?since=oldest";
        foreach (var id in names.Contains("with") ? ids : [])
            yield return $"?with={id}";
    }

    private static async Task<(HttpStatusCode Status, string Answer)> AskAsync(TestNewsroom room, string address, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("x-functions-key", key);
        using var response = await room.Client.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<IReadOnlyList<(string Path, string Id)>> ListArticleIdsAsync(TestNewsroom room)
    {
        var ids = new List<(string Path, string Id)>();
        foreach (var (path, _) in Drops)
        {
            var (status, answer) = await AskAsync(room, $"/api/files/{path}", "admin");
            Assert.True(status == HttpStatusCode.OK, $"{path}: {answer}");
            ids.Add((path, JsonDocument.Parse(answer).RootElement.GetProperty("entries")[0].GetProperty("articleId").GetString()!));
        }

        return ids;
    }

    private async Task<TestNewsroom> OpenAsync()
    {
        var settings = new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin", StreamFor = TimeSpan.FromSeconds(1) };
        var room = await TestNewsroom.OpenAsync(emulator, settings, Stop);
        foreach (var (path, content) in Drops)
            await room.DropAsync(path, content, Stop);
        // Otherwise every route is empty and the walk proves nothing.
        Assert.Equal(3, (await room.Services.GetRequiredService<CatalogStore>().ListChangesAsync(0, 100, Stop)).Count(
            change => change.Article.Title.Length > 0 && change.Kind == Pipeline.Articles.ChangeKind.New));
        return room;
    }
}
