using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Fetching.Tests.Web;

/// <summary>A feed to which items are added as time goes by, and which shows the newest of them.</summary>
/// <param name="Name">Begins the id and the title of every item.</param>
/// <param name="Start">When the first item was published.</param>
/// <param name="Every">The pause between two.</param>
/// <param name="End">After which none is.</param>
internal sealed record PublishedFeed(string Name, DateTimeOffset Start, TimeSpan Every, DateTimeOffset End)
{
    private const int Shown = 10;

    /// <summary>How many come at once.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Elements of the channel.</summary>
    public string Head { get; init; } = "";

    /// <summary>The ids of all that was published by a moment.</summary>
    public IReadOnlyList<string> Published(DateTimeOffset now) =>
        [.. Enumerable.Range(0, Steps(now) * AtOnce).Select(i => Id(i))];

    public string Rss(DateTimeOffset now, bool isShuffled = false)
    {
        var items = Window(now).Select(i => $"<item><title>{Title(i)}</title><guid isPermaLink=\"false\">{Id(i)}</guid>"
            + $"<link>http://{Name}.example/{i}</link><pubDate>{At(i):R}</pubDate><description>{Text(i)}</description></item>");
        var shown = isShuffled ? items.OrderBy(_ => Random.Shared.Next()) : items;
        return $"<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><title>{Name}</title>{Head}"
            + $"<lastBuildDate>{now:R}</lastBuildDate>{string.Concat(shown)}</channel></rss>";
    }

    public string Atom(DateTimeOffset now) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{Name}</title><id>tag:{Name}</id>{Head}"
        + string.Concat(Window(now).Select(i =>
            $"<entry><title>{Title(i)}</title><id>{Id(i)}</id><link href=\"http://{Name}.example/{i}\"/><updated>{At(i):O}</updated>"
                + $"<published>{At(i):O}</published><summary>{Text(i)}</summary></entry>")) + "</feed>";

    public string Json(DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = Name,
        items = Window(now).Select(i => new
        {
            id = Id(i),
            url = $"http://{Name}.example/{i}",
            title = Title(i),
            content_text = Text(i),
            date_published = At(i),
        }),
    });

    /// <summary>Answers with the body, or with 304 where the client has it.</summary>
    public static async Task AnswerAsync(HttpContext context, string body, string type, bool isTagged = true)
    {
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16]}\"";
        if (isTagged)
            context.Response.Headers.ETag = tag;
        if (isTagged && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private int Steps(DateTimeOffset now) => Math.Max(0, 1 + (int)(((now < End ? now : End) - Start) / Every));

    private IEnumerable<int> Window(DateTimeOffset now) => Enumerable.Range(0, Steps(now) * AtOnce).Reverse().Take(Shown);

    private DateTimeOffset At(int i) => Start + (i / AtOnce * Every);

    private string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{i}");

    private string Title(int i) => string.Create(CultureInfo.InvariantCulture, $"Report {i} from the {Name} desk");

    private string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"The {Name} desk has filed its report number {i} today.");
}
