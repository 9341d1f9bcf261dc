using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>Names in Chinese and Japanese, by what follows them: a title, a verb of speech, the kind of an organisation, or the Latin name in parentheses.</summary>
internal static partial class EastAsianNames
{
    public static IEnumerable<(string Name, int Count)> In(string text, string? language)
    {
        var pattern = language switch
        {
            { } tag when tag.StartsWith("zh", StringComparison.Ordinal) => Chinese(),
            "ja" => Japanese(),
            _ => null,
        };
        return pattern?.Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Select(name => (name, text.Split(name).Length - 1)) ?? [];
    }

    // The hundred commonest family names cover more than four fifths of all people in China (Ministry of Public Security, 2020).
    private const string FamilyName =
        "(?:欧阳|司马|诸葛|上官|[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范傅钟鐘卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施])";

    [GeneratedRegex(
        @"(?<![\u4E00-\u9FFF])(?<name>" + FamilyName + @"[\u4E00-\u9FFF]{1,2})(?=表示|说|說|称|稱|认为|認為|指出|介绍|介紹|告诉|告訴|先生|女士|教授|博士|总统|總統|总理|總理|主席|部长|部長|[（(][A-Z]|[:：]|在)"
        + @"|(?<![\u4E00-\u9FFF])(?<name>[\u4E00-\u9FFF]{2,8}(?:公司|集团|集團|大学|大學|银行|銀行|研究院|研究所|基金会|基金會|委员会|委員會|法院|协会|協會))(?![\u4E00-\u9FFF]{0,1}长)")]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(?<name>[\u4E00-\u9FFF々]{2,6}|[\u30A1-\u30FA\u30FC・]{2,20})(?=氏|さん|首相|大統領|社長|会長|容疑者|選手|監督|教授)"
        + @"|(?<name>[\u4E00-\u9FFF々\u30A1-\u30FA\u30FC]{2,12}(?:株式会社|大学|銀行|省|庁|党|委員会|研究所|新聞社?))(?![\u4E00-\u9FFF])")]
    private static partial Regex Japanese();
}
