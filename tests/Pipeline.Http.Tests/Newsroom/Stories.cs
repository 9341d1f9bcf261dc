namespace Pipeline.Http.Tests.Newsroom;

/// <summary>Files as people drop them.</summary>
internal static class Stories
{
    public const string Harbour =
        """
        <p>The harbour authority in Varberg will close its northern quay for eleven weeks from the first Monday of May, after divers
        found that the sheet piling had rusted through in four places.</p>
        <p>Ferries to Grenaa are moved to the southern quay, and the fish auction begins an hour earlier so that lorries leave before the
        first sailing. The authority expects the repair to cost 61 million kronor.</p>
        <p>"We could have waited until autumn, but nobody can promise that the wall holds through a summer storm," said the harbour
        master, Ingrid Aldén, at a meeting on Thursday.</p>
        """;

    public const string HarbourLocal =
        """
        <p>The harbour authority in Varberg will close its northern quay for eleven weeks from the first Monday of May, after divers
        discovered that the sheet piling had rusted through in four places.</p>
        <p>Ferries to Grenaa are moved to the southern quay, and the fish auction begins an hour earlier so that lorries leave before the
        first sailing. The authority expects the repair to cost 61 million kronor.</p>
        <p>"We could have waited until autumn, but nobody can promise that the wall holds through a summer storm," said the harbour
        master, Ingrid Aldén, at a meeting on Thursday.</p>
        <p>Residents of Strandgatan will hear the pile driver between seven and four on working days.</p>
        """;

    public const string HarbourCredit =
        """<p>This article was first published by <a href="https://coast.example/harbour">Coast Daily</a>.</p>""";

    public const string Library =
        "<p>图书馆的夜间书架在周五晚上重新开放。"
        + "读者可以在午夜之前借阅三百种新书,其中一半是学生投票选出的。</p>\n"
        + "<p>馆长表示,自习区增加了四十个座位,咖啡角改在二楼,电梯的维修会持续到月底。</p>";

    public const string Market =
        """
        <p>أعلنت بلدية المدينة القديمة إعادة افتتاح سوق الحرفيين بعد ترميم
        استمر سنتين، وسيعود ثمانون محلا إلى العمل بداية الشهر المقبل.</p>
        <p>وقال رئيس لجنة السوق إن الأسقف الخشبية رممت بالطريقة القديمة نفسها،
        وإن الزوار سيجدون لوحات تشرح تاريخ كل حرفة.</p>
        """;

    /// <summary>A programme without a date, with two files and a picture.</summary>
    public const string Show =
        """
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Wave Radio</title><link>https://wave.example/</link>
        <description>Radio by the sea.</description><image><url>https://wave.example/icon.png</url><title>Wave Radio</title>
        <link>https://wave.example/</link></image>
        <item><title>The quay, hour by hour</title><guid isPermaLink="false">show-1</guid><link>https://wave.example/show-1</link>
        <description>
        &lt;p&gt;An hour on the northern quay, with the harbour master, two anglers and the diver who found the holes.&lt;/p&gt;
        </description><enclosure url="https://wave.example/show.mp3" type="audio/mpeg" length="1234"/>
        <enclosure url="https://wave.example/show.mp4" type="video/mp4" length="5678"/>
        <media:content url="https://wave.example/harbour.jpg" medium="image"/></item></channel></rss>
        """;

    public const string HostileTitle = "<script>document.title='broken'</script> & <b>bold</b>";

    private const string Hostile =
        """
        <p onclick="document.title='broken'">It reads <img src="x" onerror="document.title='broken'"> as text.</p>
        <script>document.title='broken'</script><svg onload="document.title='broken'"></svg><iframe
        src="javascript:document.title='broken'"></iframe>
        <p><a href="javascript:document.title='broken'">A link that goes nowhere</a>, and <a href="https://example.com/?a=1&amp;b=2">one
        that does</a>.</p>
        """;

    /// <summary>A JSON Feed whose item has whatever a format could lose: markup and entities as text, an emoji, control characters, a comma
    /// in a tag.</summary>
    public const string Edges =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Edges", "items": [{
          "id": "1", "url": "https://example.com/straße?a=1&b=2", "title": "Ebb & flow \uD83D\uDE00 \u0001of <b>bold</b> ]]> AT&amp;T",
          "authors": [{"name": "Ann & Bee"}, {"name": "李雷"}], "tags": ["tides, and ebbs", "R&D"],
          "date_published": "2026-03-05T08:00:00+02:00", "date_modified": "2026-03-05T11:30:00Z",
          "content_html": "<p>The <em>first</em> ]]&gt; paragraph has \uD83D\uDE00, a control \u000B character, an &lt;em&gt;
        """
        + """ that is text, and says AT&amp;amp;T.</p><p>ثم فقرة بالعربية، و中文 beside it.</p>"}]}""";

    public static readonly IReadOnlyList<(string Path, string Content)> Drops =
    [
        ("coast/harbour.md", Post("Harbour closes", "2026-03-01T08:00:00Z", Harbour, "https://coast.example/harbour")),
        ("local/harbour.md",
            Post("Quay shut", "2026-03-01T09:00:00Z", HarbourLocal + HarbourCredit, "https://local.example/harbour", "Jon Ek")),
        ("north/library.md", Post("图书馆夜间书架", "2026-03-02T09:00:00Z", Library, author: "李雷", categories: "新媒体")),
        ("souk/market.md",
            Post("سوق الحرفيين يعود", "2026-02-27T06:00:00Z", Market, author: "سلمى", categories: "city")),
        ("lab/hostile.md", Post(HostileTitle, "2026-02-01T06:00:00Z", Hostile, author: "Eve", categories: "lab")),
        ("junk/nothing.xml", ""),
    ];

    /// <summary>A post with YAML front matter.</summary>
    public static string Post(
        string title, string published, string body, string url = "", string author = "Mira Olsson", string categories = "harbour") =>
        $"""
        ---
        title: '{title.Replace("'", "''", StringComparison.Ordinal)}'
        date: {published}
        author: {author}
        categories: [{categories}]
        {(url.Length > 0 ? $"link: {url}" : "")}
        ---
        {body}
        """;
}
