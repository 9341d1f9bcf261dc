using CsCheck;
using Pipeline.Parsing.Feeds;
using Pipeline.Parsing.Xml;

namespace Pipeline.Tests.Parsing.Xml;

public class XmlRepairTests
{
    private static readonly Gen<string> AnyMarkup = Gen.OneOf(
            Gen.OneOf("<a>", "</a>", "<b c=d>", "<p:q r:s='t'>", "</p:q>", "&", "&eacute;", "&#1;", "<", ">", "<![CDATA[", "]]>", "<!--",
                "-->", "<?", "?>", "<!DOCTYPE", "[", "\"", "xmlns=''", "<xmlns:x y>", "<a:>", "<:a>"),
            Gen.String[0, 6])
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void What_it_makes_is_well_formed() =>
        AnyMarkup.Sample(markup => Assert.NotNull(FeedXml.Read(XmlRepair.Repair("<root>" + markup, 256), 256)), iter: 3000);

    [Theory]
    [InlineData("<a>1 < 2 & 3</a>", "1 < 2 & 3")]
    [InlineData("<a>caf&eacute; &hellip; &unknown;</a>", "café … &unknown;")]
    [InlineData("<a><b>open</a>", "open")]
    [InlineData("<a>one<![CDATA[ <two> &amp;", "one <two> &amp;")]
    [InlineData("<a x=1 x='2' y>text</a", "text")]
    [InlineData("<a><p:b>prefixed</p:b></a>", "prefixed")]
    [InlineData("<a>\u0001b\uffff</a>", "b")]
    public void Text_is_kept_where_markup_is_broken(string xml, string text) =>
        Assert.Equal(text, FeedXml.Read(XmlRepair.Repair(xml, 256), 256).Value);
}
