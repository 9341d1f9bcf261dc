using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

/// <summary>Nothing that can run survives. Judged on the markup as a browser would read it again, never on strings.</summary>
public class SanitisingTests
{
    private static readonly string[] Attacks =
    [
        // text and elements
        "<script>steal()</script>", "<SCRIPT/x>steal()</SCRIPT>", "<scr<script>ipt>steal()</script>", "<script\n>steal()</script\n>", "<<script>steal();//<</script>",
        "<script src=//evil.example/a.js></script>", "<object data=javascript:steal()>", "<embed src=javascript:steal()>", "<applet code=x>", "<base href=javascript:/x//>",
        "<meta http-equiv=refresh content='0;url=javascript:steal()'>", "<link rel=stylesheet href=javascript:steal()>", "<iframe src=javascript:steal()></iframe>",
        "<iframe srcdoc='<script>steal()</script>'></iframe>", "<frameset onload=steal()><frame src=javascript:steal()></frameset>", "<portal src=javascript:steal()></portal>",
        "<marquee onstart=steal()>x</marquee>", "<keygen autofocus onfocus=steal()>", "<dialog open onclose=steal()>x</dialog>", "<isindex action=javascript:steal()>",
        // attributes
        "<img src=x onerror=steal()>", "<img/src=x/onerror=steal()>", "<img src='x'onerror=steal()>", "<p onclick=steal() onmouseover=steal()>x", "<details open ontoggle=steal()>x</details>",
        "<a href=x onpointerrawupdate=steal()>x</a>", "<p OnFocus=steal() tabindex=1 autofocus>x", "<p on\tclick=steal()>x", "<img src=\"`\"onerror=steal()//`>", "<p style=x onanimationend=steal()>x",
        "<video><source onerror=steal()></video>", "<audio src=x onerror=steal()>", "<body onload=steal()>", "<input autofocus onfocus=steal()>", "<p title='\"><img src=x onerror=steal()>'>x",
        // addresses
        "<a href=javascript:steal()>x</a>", "<a href=' \u0001javascript:steal()'>x</a>", "<a href='java\tscript:steal()'>x</a>", "<a href='java&#10;script:steal()'>x</a>",
        "<a href='&#106;&#97;vascript&colon;steal()'>x</a>", "<a href='&#x6A;avascript:steal()'>x</a>", "<a href=JaVaScRiPt:steal()>x</a>", "<a href='vbscript:steal()'>x</a>",
        "<a href='data:text/html,<script>steal()</script>'>x</a>", "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>", "<a href='blob:https://x/1'>x</a>", "<a href='feed:javascript:steal()'>x</a>",
        "<a href='view-source:javascript:steal()'>x</a>", "<a href='javascript&NewLine;:steal()'>x</a>", "<img src=javascript:steal()>", "<img srcset='javascript:steal() 1x'>", "<img src=x srcset=',javascript:steal() 2x'>",
        "<q cite=javascript:steal()>x</q>", "<a ping=javascript:steal() href=https://a.example>x</a>", "<img longdesc=javascript:steal() src=https://a.example/x>", "<table background=javascript:steal()><tr><td>x</table>",
        "<a href='https://a.example' xlink:href=javascript:steal()>x</a>", "<img src='data:image/svg+xml,<svg onload=steal()>'>", "<a href='//javascript:steal()'>x</a>",
        // forms
        "<form action=javascript:steal()><button>x</button></form>", "<button formaction=javascript:steal()>x</button>", "<form id=f></form><input type=submit form=f formaction=javascript:steal()>",
        "<form><input name=attributes><input name=parentNode></form>", "<a id=document name=cookie href=https://a.example>x</a>", "<textarea><img src=x onerror=steal()></textarea>", "<select><option><img src=x onerror=steal()></select>",
        // style
        "<style>@import 'javascript:steal()';</style>", "<p style='background:url(javascript:steal())'>x", "<p style='width:expression(steal())'>x", "<p style='-moz-binding:url(//evil.example)'>x",
        "<style><img src=x onerror=steal()></style>", "<p style='behavior:url(x.htc)'>x", "<style>*{x:'</style><img src=x onerror=steal()>'}</style>", "<p style='position:fixed;inset:0'>x",
        // SVG and MathML
        "<svg onload=steal()>", "<svg><script>steal()</script></svg>", "<svg><script href=data:,steal() /></svg>", "<svg><a xlink:href=javascript:steal()><text>x</text></a></svg>",
        "<svg><animate onbegin=steal() attributeName=x>", "<svg><set attributeName=href to=javascript:steal()>", "<svg><use href='data:image/svg+xml,<svg id=x>#x'>", "<svg><foreignObject><iframe src=javascript:steal()>",
        "<math href=javascript:steal()>x</math>", "<math><maction actiontype=statusline xlink:href=javascript:steal()>x</maction></math>", "<math><mi xlink:href=javascript:steal()>x</mi></math>",
        // mutation and confusion of namespaces
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=steal()&gt;'>", "<svg></p><style><a id='</style><img src=1 onerror=steal()>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=steal()>", "<math><annotation-xml encoding='text/html'><img src=x onerror=steal()></annotation-xml></math>",
        "<noscript><p title='</noscript><img src=x onerror=steal()>'>", "<template><img src=x onerror=steal()></template>", "<template><template><script>steal()</script></template></template>", "<noembed><img src='</noembed><img src=x onerror=steal()>'>",
        "<xmp><p title='</xmp><img src=x onerror=steal()>'>", "<title><p title='</title><img src=x onerror=steal()>'>", "<plaintext><img src=x onerror=steal()>", "<!--><img src=x onerror=steal()>-->", "<!--<img src='--><img src=x onerror=steal()//'>",
        "<![CDATA[<img src=x onerror=steal()>]]>", "<svg><![CDATA[><img src=x onerror=steal()>]]></svg>", "<?xml-stylesheet href='javascript:steal()'?><p>x", "<p alttext='<script>'>x<math alttext='<img src=x onerror=steal()>'></math>",
        "<svg><desc><template><style></desc></svg><img src=x onerror=steal()>", "<svg><title><style><p id='</style><img src=x onerror=steal()>'></title></svg>", "<table><td><svg><desc><td></desc></svg><img src=x onerror=steal()></table>",
        "<listing>&lt;img onerror=steal() src=x&gt;</listing>", "<a href='https://a.example/\"onmouseover=steal()'>x</a>", "<img alt='`><script>steal()</script>' src=https://a.example/x>",
    ];

    public static TheoryData<string> Cases => [.. Attacks];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_that_can_run_survives(string attack) => AssertHarmless(ArticleMarkup.Read($"<p>before {attack} <p>after", "https://a.example/news/1").Html);

    [Fact]
    public void Attacks_inside_and_beside_each_other_do_not_survive_either() =>
        Gen.OneOf([.. Attacks.Concat(["<p>", "</p>", "<b>", "<table>", "<tr><td>", "</table>", "<a href=/x>", "text", "<svg>", "</svg>", "<math>", "</math>", "\"", "'", ">", "<!--", "-->", "<ul><li>"]).Select(Gen.Const)])
            .Array[1, 6]
            .Sample(parts => AssertHarmless(ArticleMarkup.Read(string.Concat(parts), "https://a.example/").Html), iter: 400);

    private static void AssertHarmless(string html)
    {
        foreach (var element in new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html).Body!.Descendants<IElement>())
        {
            Assert.Contains(element.LocalName, AllowList.Elements);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, AllowList.Attributes);
                if (attribute.Name is "href" or "src" or "cite")
                    Assert.Contains(new Uri(attribute.Value).Scheme, AllowList.Schemes);
            }
        }

        // Read, clean and write again: a text that changed could turn into something else in a reader's browser.
        Assert.Equal(html, ArticleMarkup.Read(html, "https://a.example/").Html);
    }
}
