using System.Buffers;

namespace Pipeline.Enrichment.Languages;

/// <summary>
/// Tells simplified from traditional Chinese by characters that only one of them writes. Pairs that both use
/// (后, 里, 台, 只, 干, 面) are left out.
/// </summary>
internal static class ChineseScript
{
    private const string Simplified =
        "国这个们来时会说对学发经进过还没现关开问题动点从与长见车东马门间业产电话给让书买卖钱"
        + "亿万亚军战机场级组织纪约红纳纯线练细终结绝统继续绩维纲网罗义习乡乱争亏云亲仅仓仪价众"
        + "优伙伟传伤伦体余债倾储儿兰兴养兽冲决况冻净减凤凭击划刘则刚创别剧劝办务劲励劳势勋区医"
        + "华协单卢卫厂厅历压厌厕县参双变叙叶号叹听启员响哑唤啸团园围图圆圣坏块坚坛坝垦处备复够"
        + "头夹夺奋奖妆妇妈姗娱婴孙宁宝实审宪宽宾寻导寿将尔尘尝尧层属岁岂岗岛岭币帅师帐带帮干庄"
        + "庆库应庙废张弹强归录彻径御忆忧怀态总恋恳恶悬惊惧惨惯愤愿戏户扑执扩扫扬抚抢护报担拟拥"
        + "择挂挡挥损换据掷摄摆数斗斩断无旧旷显晓暂术朴权条极构枪柜标树样桥检楼榄横欢欧残毁毕气"
        + "汇汉汤沟泪泽洁测济浏浓涛润涨渐温湾湿满滚滞灭灯灵灾炉炼烂烦烧热爱爷牵状犹独狮猎猪献环"
        + "玛畅疗疯盐监盖盘确础硕祸离种积称稳穷窃竞笔笼筹签简粮紧纠纤纷纸线绍绘络绿缓编缩罚职联"
        + "聪肃脑脚脱脸节芦苏苹范茎药获营萧蓝虑虽蚀蛮补装规视览觉触订计认讨训议记讲许论设访证评"
        + "识诉词译试诗诚该详语误请诸读课谁调谈谋谢谣谱贝负财责贤败货质贩贪购贯贴贵贷贸费贺赁资"
        + "赌赏赔赖赚赛赞赢赵趋跃践踪转轮软轻载较辆辉输边达迁迈运远违连迟适选递遗邮邻郑释钟钢铁"
        + "铜银链销锁错键镇镜闭闯闲闹闻阅队阳阴阵阶际陆陈险随隐难静韩页顶项顺须顾顿预领频颗额风"
        + "飞饭饮饰馆驱驶驻驾验骂骗骤鱼鲁鲜鸟鸡鸣鸿鹅麦黄齐齿龙龟";

    private const string Traditional =
        "國這個們來時會說對學發經進過還沒現關開問題動點從與長見車東馬門間業產電話給讓書買賣錢"
        + "億萬亞軍戰機場級組織紀約紅納純線練細終結絕統繼續績維綱網羅義習鄉亂爭虧雲親僅倉儀價眾"
        + "優夥偉傳傷倫體餘債傾儲兒蘭興養獸衝決況凍淨減鳳憑擊劃劉則剛創別劇勸辦務勁勵勞勢勳區醫"
        + "華協單盧衛廠廳歷壓厭廁縣參雙變敘葉號嘆聽啟員響啞喚嘯團園圍圖圓聖壞塊堅壇壩墾處備複夠"
        + "頭夾奪奮獎妝婦媽娛嬰孫寧寶實審憲寬賓尋導壽將爾塵嘗堯層屬歲豈崗島嶺幣帥師帳帶幫幹莊慶"
        + "庫應廟廢張彈強歸錄徹徑禦憶憂懷態總戀懇惡懸驚懼慘慣憤願戲戶撲執擴掃揚撫搶護報擔擬擁擇"
        + "掛擋揮損換據擲攝擺數鬥斬斷無舊曠顯曉暫術樸權條極構槍櫃標樹樣橋檢樓欖橫歡歐殘毀畢氣匯"
        + "漢湯溝淚澤潔測濟瀏濃濤潤漲漸溫灣濕滿滾滯滅燈靈災爐煉爛煩燒熱愛爺牽狀猶獨獅獵豬獻環瑪"
        + "暢療瘋鹽監蓋盤確礎碩禍離種積稱穩窮竊競筆籠籌簽簡糧緊糾纖紛紙線紹繪絡綠緩編縮罰職聯聰"
        + "肅腦腳脫臉節蘆蘇蘋範莖藥獲營蕭藍慮雖蝕蠻補裝規視覽覺觸訂計認討訓議記講許論設訪證評識"
        + "訴詞譯試詩誠該詳語誤請諸讀課誰調談謀謝謠譜貝負財責賢敗貨質販貪購貫貼貴貸貿費賀賃資賭"
        + "賞賠賴賺賽贊贏趙趨躍踐蹤轉輪軟輕載較輛輝輸邊達遷邁運遠違連遲適選遞遺郵鄰鄭釋鐘鋼鐵銅"
        + "銀鏈銷鎖錯鍵鎮鏡閉闖閒鬧聞閱隊陽陰陣階際陸陳險隨隱難靜韓頁頂項順須顧頓預領頻顆額風飛"
        + "飯飲飾館驅駛駐駕驗罵騙驟魚魯鮮鳥雞鳴鴻鵝麥黃齊齒龍龜臺裡後妳裏麼為";

    private static readonly SearchValues<char> OnlySimplified = SearchValues.Create([.. Simplified.Except(Traditional)]);
    private static readonly SearchValues<char> OnlyTraditional = SearchValues.Create([.. Traditional.Except(Simplified)]);

    /// <summary><c>zh-Hans</c>, <c>zh-Hant</c>, or <c>zh</c> where no character tells.</summary>
    public static string Detect(string text)
    {
        var (simplified, traditional) = (text.Count(OnlySimplified.Contains), text.Count(OnlyTraditional.Contains));
        return simplified == traditional ? "zh" : simplified > traditional ? "zh-Hans" : "zh-Hant";
    }
}
