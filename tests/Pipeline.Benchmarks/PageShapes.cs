using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks;

/// <summary>Web pages that are made to cost much: each has one kind of element many times, or much inside deep nesting.</summary>
internal static class PageShapes
{
    private const int Deep = 200;

    private const string Sentence =
        "The council met on Monday and decided, after a long debate, to mend the bridge before the winter comes.";

    private static readonly string Paragraph = $"<p>{Sentence}</p>";

    /// <summary>Each shape by its name; the function makes one with that many of the repeated part.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        ["paragraphs"] = count => Many(Paragraph, count),
        ["paragraphs in deep quotes"] = count => Nested("<blockquote>", "</blockquote>", Many(Paragraph, count)),
        ["paragraphs in deep boxes"] = count => Nested("<div>", "</div>", Many(Paragraph, count)),
        ["paragraphs in deep unknown elements"] = count => Nested("<x-box>", "</x-box>", Many(Paragraph, count)),
        ["paragraphs in deep asides with a headline"] = count => Nested("<aside>", "</aside>", "<h1>Bridge</h1>" + Many(Paragraph, count)),
        ["paragraphs in deep boxes of one class"] =
            count => Nested("<div class=\"article-body share\">", "</div>", Many($"<p class=\"text\">{Sentence}</p>", count)),
        ["a paragraph at every depth"] = count => Many(Nested("<div>" + Paragraph, "</div>", ""), count / Deep / 2),
        ["hidden boxes"] = count => Many(Paragraph, 20) + Many("<div style=\"display:none\"><p hidden>text</p></div>", count / 2),
        ["empty boxes"] = count => Many(Paragraph, 20) + Many("text<div></div>", count),
        ["empty inline elements"] = count => Many(Paragraph, 20) + "<p>" + Many("<i> </i>", count) + "</p>",
        ["rubrics"] = count => Many(Paragraph, 20) + Many("<div><div><h3>Related stories</h3></div></div>", count / 3),
        ["rubrics after empty elements"] =
            count => Many(Paragraph, 20) + "<div>" + Many("<i></i>", count / 2) + Many("<h3>Related</h3>", count / 2) + "</div>",
        ["teasers"] = count =>
            Many(Paragraph, 20) + "<ul>" + Many("<li><h3><a href=\"/x\">A headline that is long enough</a></h3></li>", count / 3) + "</ul>",
        ["list items in deep lists"] = count => Nested("<ul><li>", "</li></ul>", Many($"<li>{Sentence}</li>", count)),
        ["pictures with captions"] =
            count => Many(Paragraph, 20) + Many("<div><div><img src=\"x.jpg\"><span>A caption</span></div></div>", count / 4),
        ["quotes in one box"] =
            count => "<div class=\"social\">" + Many($"<blockquote class=\"tweet\">{Sentence}</blockquote>", count) + "</div>",
        ["line breaks"] = count => "<div>" + Many($"{Sentence}<br><br>", count / 2) + "</div>",
        ["short lines after breaks"] = count => "<div>" + Many("a<br>", count) + "</div>" + Many(Paragraph, 20),
        ["classes"] = count => Many(Paragraph, 20)
            + string.Concat(Enumerable.Range(0, count).Select(i => $"<p class=\"related-{Text(i)} share-{Text(i)}\">{Sentence}</p>")),
        ["microdata items"] = count =>
            Many(Paragraph, 20)
                + Nested("<div itemscope itemtype=\"https://schema.org/Article\" itemprop=author>", "</div>",
                    Many("<span itemprop=\"author\">A</span>", count)),
        ["links"] = count => Many(Paragraph, 20) + "<p>" + Many("<a href=\"/x\">a linked word</a> ", count) + "</p>",
        ["table cells"] = count => Many(Paragraph, 20) + "<table><tr>" + Many("<td>cell</td>", count) + "</tr></table>",
        ["unclosed formatting"] = count => Many("<p><b><i>" + Sentence, count / 3),
        ["headings"] = count => Many("<h2>Bridge</h2>", count) + Many(Paragraph, 20),
    };

    private static string Many(string part, int count) => new StringBuilder().Insert(0, part, count).ToString();

    private static string Nested(string open, string close, string inner) => Many(open, Deep) + inner + Many(close, Deep);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
