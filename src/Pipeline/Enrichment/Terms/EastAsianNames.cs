using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>Names in Chinese and Japanese, by what follows them: a title, a verb of speech, the kind of an organisation, or the Latin name
/// in parentheses.</summary>
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

    // Characters that transliterate foreign names into Chinese (after Xinhua's tables of names): 安东尼·波登.
    private const string Sound =
        "[德烈列茨琪娅娜露萝芙黛伍迦仑隆梭什夸昆斐豪浩侯墨摩泊蒲钦秦瑟莎素腾滕通土陀彦哲阿埃艾"
        + "爱安昂奥巴白班邦保鲍贝本比彼宾波伯博布查达戴丹道德登邓迪蒂丁东杜顿多厄恩尔法范菲费芬"
        + "弗福夫盖甘冈戈格根古哈海汉赫亨霍胡惠基吉加贾杰金卡凯坎康考柯科克肯库拉莱兰朗劳雷勒里"
        + "理"
            + "利莉林琳卢鲁路伦罗洛马玛迈麦曼梅门蒙米密明莫默穆姆纳奈南内尼妮宁纽努诺欧帕派庞佩"
            + "彭皮平普齐奇恰乔切琼让热荣瑞若萨塞赛森沙珊山尚舍申圣施史舒斯丝思苏索塔泰坦汤唐特"
            + "提廷图托瓦万旺威韦维伟魏温文翁沃乌武西希锡夏香肖谢辛欣休许雪逊雅亚延扬耶叶伊依因"
            + "英尤"
            + "于约泽扎詹珍治朱兹佐愛爾奧貝賓達鄧東頓範費蓋岡漢賈傑凱萊蘭勞盧魯倫羅馬瑪邁麥門內"
            + "寧紐諾歐龐齊喬瓊讓熱榮薩賽聖絲蘇湯圖萬韋維偉溫烏錫謝許遜亞揚葉約澤茲]";

    // The hundred commonest family names cover more than four fifths of all people in China (Ministry of Public Security, 2020).
    private const string FamilyName =
        "(?:欧阳|司马|诸葛|上官|[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗"
        + "羅宋谢謝唐韩韓曹许許邓鄧萧蕭冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范傅钟"
        + "鐘卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎薛侯雷白龙龍段郝孔邵"
            + "史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施])";

    [GeneratedRegex(
        @"(?<=^|[^\u4E00-\u9FFF]|研究员|研究員|教授|记者|記者|总裁|總裁|主席|总理|總理|总统|總統|部长|部長"
        + @"|市长|市長|校长|校長|主任|院长|院長|经理|經理|创始人|創始人|董事长|董事長|执行官|執行長"
        + @"|发言人|發言人"
        + @"|律师|律師|博士|导演|導演|演员|演員|作家|书记|書記)(?<name>" + FamilyName
        + @"[\u4E00-\u9FFF]{1,2})(?=表示|说|說|称|稱|认为|認為|指出|介绍|介紹|告诉|告訴|先生|女士|教授|博士"
        + @"|总统|總統|总理|總理|主席|部长|部長|辞职|辭職|[（(][A-Z]|[:：]|在)"
        + "|(?<name>" + Sound + "{1,5}(?:·" + Sound + @"{1,6}){1,2})"
        + @"|(?<=^|[^\u4E00-\u9FFF]|[和与與及])(?<name>(?!一家|这家|這家|该|該|某|我|多家|各|两家|兩家|国有|大型"
        + @"|上市)(?:(?!初创|新創|高科技"
        + @"|[和与與及的在])[\u4E00-\u9FFF]){2,8}(?:公司|集团|集團|大学|大學|银行|銀行|研究院|研究所|基金会"
        + @"|基金會|委员会|委員會|法院|协会|協會))(?![\u4E00-\u9FFF]{0,1}长)",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(?<name>[\u4E00-\u9FFF々]{2,6}|[\u30A1-\u30FA\u30FC・]{2,20})(?=氏|さん|首相|大統領|社長|会長|容疑者|選手"
        + @"|監督|教授)"
        + @"|(?<name>[\u4E00-\u9FFF々\u30A1-\u30FA\u30FC]{2,12}(?:株式会社|大学|銀行|省|庁|党|委員会|研究所"
        + @"|新聞社?))(?![\u4E00-\u9FFF])", RegexOptions.None,
        MatchTimeout)]
    private static partial Regex Japanese();
}
