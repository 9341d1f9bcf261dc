using System.Text;
using Pipeline.Articles;

namespace Pipeline.Benchmarks;

/// <summary>Articles of the sizes that feeds carry (about 2,000 to 20,000 characters), in four languages, made from the same seed each
/// time.</summary>
internal static class SampleArticles
{
    private static readonly (string Language, string[] Sentences)[] Texts =
    [
        ("en", ["The council voted on Tuesday to build a new bridge across the river.",
            "Engineers said that the work would take three years and cost 40 million dollars.",
            "Residents of the old town had asked for it since the flood of 2019.",
            "Acme Corp will deliver the steel, according to Jane Doe, its director."]),
        ("de", ["Der Stadtrat hat am Dienstag beschlossen, eine neue Brücke über den Fluss zu bauen.",
            "Die Arbeiten sollen drei Jahre dauern und 40 Millionen Euro kosten.",
            "Die Bewohner der Altstadt hatten seit dem Hochwasser darum gebeten."]),
        ("zh", ["市议会周二投票决定在河上修建一座新的大桥。",
            "工程师表示，工程将持续三年，耗资四千万美元。",
            "自2019年洪水以来，老城区的居民一直要求修建大桥。",
            "谷歌和OpenAI的研究人员也参加了讨论。"]),
        ("ja", ["市議会は火曜日、川に新しい橋を架けることを決めた。",
            "技術者によると、工事は三年かかり、費用は四千万ドルに上る。",
            "旧市街の住民は2019年の洪水以来、橋を求めてきた。"]),
    ];

    public static IReadOnlyList<Entry> Make(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => Make(random, Texts[i % Texts.Length], i))];
    }

    private static Entry Make(Random random, (string Language, string[] Sentences) text, int number)
    {
        var html = new StringBuilder("<div class=post>");
        for (var paragraph = random.Next(8, 60); paragraph > 0; paragraph--)
        {
            html.Append("<p class=\"text\"><span style='color:#333'>");
            for (var sentence = random.Next(1, 6); sentence > 0; sentence--)
                html.Append(text.Sentences[random.Next(text.Sentences.Length)]).Append(' ').Append(random.Next(1000)).Append(' ');
            html.Append(paragraph % 9 == 0
                ? "</span></p><h3>Part</h3><figure><img src=/i.jpg width=800><figcaption>Photo: Doe</figcaption></figure>"
                : "</span><a href='/more?utm_source=x'>more</a></p>");
        }

        return new Entry
        {
            Title = text.Sentences[0],
            Url = $"https://example.com/{number}?utm_source=feed",
            ContentHtml = html.Append("</div>").ToString(),
            Language = text.Language
        };
    }
}
