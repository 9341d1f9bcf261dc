using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Pipeline.Parsing.Html;

namespace Pipeline.Tests.Parsing.Html;

/// <summary>What is written is what AngleSharp itself writes, which takes the square of the time.</summary>
public class HtmlMarkupTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<br>", "<img src='a.png?b&amp;c' alt='\"x\"'>", "text & more", "\u00A0", "&lt;", "<pre>\n\n", "</pre>", "<ul><li>",
        "</ul>", "<b>", "</b>", "<!-- a comment -->", "<script>1 < 2</script>", "<style>a > b {}</style>", "<template><p>x</template>",
        "<svg><path d='M0'/></svg>", "<math><mi>x</mi></math>", "<table><tr><td>", "</table>", "<textarea>\nx</textarea>", "<?x y?>",
        "<noscript><img></noscript>", "<svg xlink:href='#a' xml:lang='de'>", "</svg>", "<a href='x'>", "</a>", " ",
    ];

    [Fact]
    public void Writes_what_AngleSharp_writes() =>
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40].Sample(pieces =>
        {
            var body = new HtmlParser().ParseDocument(string.Concat(pieces)).Body!;
            return HtmlMarkup.WriteInside(body) == body.InnerHtml;
        });

    [Fact]
    public void Writes_as_if_what_is_left_out_had_been_removed() =>
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 40].Sample(pieces =>
        {
            var body = new HtmlParser().ParseDocument(string.Concat(pieces)).Body!;
            var without = body.QuerySelectorAll("br, b, li, p + p").ToHashSet<INode>();
            var written = HtmlMarkup.WriteInside(body, without);
            foreach (var element in without)
                element.Parent!.RemoveChild(element);
            return written == body.InnerHtml;
        });

    [Fact]
    public void A_hundred_thousand_siblings_are_written_whole()
    {
        var body = new HtmlParser().ParseDocument(string.Concat(Enumerable.Repeat("a<br>", 100_000))).Body!;
        Assert.Equal(500_000, HtmlMarkup.WriteInside(body).Length);
    }
}
