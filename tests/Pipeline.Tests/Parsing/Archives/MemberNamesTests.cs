using System.IO.Compression;
using System.Text;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class MemberNamesTests
{
    static MemberNamesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("gb18030", "老船.md", "渡口新闻.md")]
    [InlineData("gb18030", "新闻/今天.md", "关于我们.md")]
    [InlineData("shift_jis", "ニュース/今日の港.md", "お知らせ.md")]
    [InlineData("shift_jis", "時計塔の鐘.md", "港.md")]
    [InlineData("big5", "港口的舊船.md", "渡口新聞.md")]
    [InlineData("ks_c_5601-1987", "항구의 오래된 배.md", "소식.md")]
    [InlineData("ks_c_5601-1987", "소식.md")]
    [InlineData("ks_c_5601-1987", "항구.txt", "뉴스.md")]
    [InlineData("gb18030", "新闻.md")]
    [InlineData("gb18030", "备份.md", "下载.md")]
    [InlineData("cp866", "Старый кран.md", "новости.md")]
    [InlineData("windows-1251", "Старый кран.md", "новости.md")]
    [InlineData("utf-8", "Brücke.md", "港.md")]
    [InlineData("ibm850", "Brücke.md", "Ähre.md")]
    [InlineData("ibm850", "Süßes vom Bäcker.md", "Größe.md")]
    [InlineData("big5", "今天的報紙.md", "今晚新聞.md")]
    [InlineData("windows-1252", "Être là.md", "Façade.md")]
    public void Names_that_do_not_say_their_encoding_are_read_as_they_were_written(string encoding, params string[] names)
    {
        var zip = ZipWithNamesIn(Encoding.GetEncoding(encoding), names);

        Assert.Equal(names, Unpacked.Members(zip).Select(member => member.Name));
    }

    [Fact]
    public void A_web_archive_is_its_records_and_not_its_page_list()
    {
        var page = WarcRecord("response", "https://example.org/a", Http(
            "200 OK", "Content-Type: text/html", Bytes("<html><body><p>A page.</p></body></html>")));
        var members = Unpacked.Members(Zip(
            ("datapackage.json", Bytes("{}")),
            ("pages/pages.jsonl",
                Bytes("{\"format\": \"json-pages-1.0\"}\n{\"id\": \"1\", \"url\": \"https://example.org/a\", \"title\": \"A\"}\n")),
            ("archive/data.warc.gz", Gzip(page))));

        Assert.Equal("archive/data.warc.gz", Assert.Single(members).Name);
    }

    // The flag for UTF-8 (bit 11 of each header) is taken off.
    private static byte[] ZipWithNamesIn(Encoding encoding, string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, encoding))
        {
            foreach (var name in names)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Bytes(Post));
            }
        }

        var written = bytes.ToArray();
        for (var i = 0; i + 10 < written.Length; i++)
        {
            if (written.AsSpan(i).StartsWith("PK\u0003\u0004"u8))
                written[i + 7] &= 0xf7;
            else if (written.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
                written[i + 9] &= 0xf7;
        }

        return written;
    }
}
