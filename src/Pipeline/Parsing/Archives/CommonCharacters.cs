using System.Text;
using Pipeline.Parsing.Text;

namespace Pipeline.Parsing.Archives;

/// <summary>Tells Korean from Chinese by the characters that names are mostly made of: for bytes that are letters in both.</summary>
internal static class CommonCharacters
{
    private static readonly HashSet<char> Syllables =
    [
        .. "이다는의에가을고지로하사기한은정도리자시대인서를어아나해부일스과동장전수주제",
        .. "국보구상들신유비원공그라면만요생관안용조성무",
        .. "소우경적화계미여선연방중문물게러위마오명재학회개영건날식뉴속알림목록글첨파새",
        .. "모음진세포입출금준김박최강",
    ];

    private static readonly HashSet<char> Ideographs =
    [
        .. "的一是不了在人有我他这中大来上个国和也子时道说出而要于就下得可你年生自会那后",
        .. "能对着事其里所去行过家十用发天如然作方成",
        .. "者多日都三小军二无同主经公此长工已关分学法高本新文报告资料表图片说明细目录使",
        .. "用计划总结合第议通知附件数据海北京东南西",
        .. "部市县省区港船老旧水山城镇村路车站政府济体育科技社教健康活网络电书名单号月版",
        .. "简介绍内容信息管理系统术开程项设服务心交",
        .. "安全建放今昨早晚春夏秋冬节假周期首页们联产品案例展示留言动态桥河湖灯塔钟声音",
        .. "乐影视频照相机票价格间地点物故历史化备份",
    ];

    /// <summary>True where more of the bytes are common as Hangul than as Chinese characters.</summary>
    public static bool AreHangul(byte[] pairs) =>
        Count(pairs, "ks_c_5601-1987", Syllables) > Count(pairs, "gb18030", Ideographs);

    private static int Count(byte[] pairs, string charset, HashSet<char> common)
    {
        try
        {
            return Charsets.Find(charset)!.GetString(pairs).Count(common.Contains);
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
    }
}
