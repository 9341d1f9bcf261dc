using Pipeline.Enrichment.Splitting;

namespace Pipeline.Tests.Enrichment.Splitting;

public sealed class WordScanTests
{
    [Theory]
    [InlineData("The U.S. and A. Smith", "The|U.S.|and|A|Smith")]
    [InlineData("well-known -- GPT-3, l’été d'or R&D", "well-known|GPT-3|l’été|d'or|R&D")]
    [InlineData("ends- with-- 'hyphens-", "ends|with|hyphens")]
    [InlineData("谷歌和OpenAI的々", "谷歌和|OpenAI|的々")]
    [InlineData("グーグルは新しいア橋を", "グーグル|新|橋")]
    [InlineData("정부는 3월", "정부는|3|월")]
    [InlineData("e\u0301te\u0301 ½ 2019", "e\u0301te\u0301|½|2019")]
    [InlineData("", "")]
    public void Cuts_words_as_each_script_writes_them(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordScan.WordsOf(text).Select(range => text[range])));
}
