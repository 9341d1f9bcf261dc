using System.Text.RegularExpressions;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The wordings in which sites ask for something, in the languages that the pipeline meets most.</summary>
internal static partial class Appeals
{
    // Longer paragraphs that use such words are about the subject.
    private const int MaxLength = 300;

    public static bool Match(Line line) => line.Text.Length <= MaxLength && (Opening().IsMatch(line.Text) || Anywhere().IsMatch(line.Text));

    [GeneratedRegex(
        @"\A\W*(?:advertisement|advert|ad|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reclame|reklame|reklama"
        + @"|реклама"
        + @"|annonse?|mainos|hirdetés|inzerce|iklan|quảng cáo|διαφήμιση|פרסומת|تبلیغات"
        + @"|विज्ञापन|โฆษณา|广告"
        + @"|廣告|広告|광고|إعلان"
            + @"|sponsored(?: content)?|(?:story|article) continues below.*|artikkelen fortsetter.*|artikeln fortsätter.*"
            + @"|artiklen fortsætter.*|juttu jatkuu.*|(?:el artículo|la noticia) continúa.*|la suite après .*"
            + @"|continua (?:dopo|após|depois).*|continue reading.*|click to tweet|read more"
            + @"|more on this.*|share this.*|media playback is (?:un)?supported.*|loading\.*|close|subscribe|view all(?: \d+)?"
            + @"|reuse this content|enlarge(?: image)?|view comments|post comment|comments?"
            + @"|(?:sign up|subscribe|register|click) here|back to top|nach oben|haut de page|volver arriba|voltar ao topo|torna su"
            + @"|naar boven|наверх|do góry|till toppen|til toppen|返回顶部|ページトップへ|udostępnij|drukuj"
            + @"|dela artikeln?|del artikkelen|del artiklen"
            + @"|jaa (?:artikkeli|juttu)|tilaa uutiskirje|sdílet(?: článek)?|nahlásit chybu.{0,30}"
            + @"|поделиться.{0,30}|подписаться на .{0,30}"
            + @"|chia sẻ|bình luận(?: \(\d+\))?|この記事をシェア(?:する)?|友だち追加.{0,20}"
            + @"|شارك (?:هذا )?(?:المقال|الخبر)|paylaş|haberi paylaş"
            + @"|.{0,40} takip edin|tips(?:a)? oss\b.{0,40}|megosztás|bagikan|แชร์|शेयर करें"
            + @"|partager (?:l['’]|cet )article|artikel teilen"
            + @"|compartir (?:nota|artículo|noticia)|condividi l['’]articolo|deel dit artikel|공유하기|제보는? .{0,40}"
            + @"|(?:image|photo|slide|picture|bild|foto|photo"
            + @"|图|фото) \d+ (?:of|/|von|sur|de|из) \d+|skip to (?:main )?content)\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\b(?:sign up (?:for|to)|subscribe (?:to|now|today)|(?:our|free|daily|weekly) (?:e-?mail )?newsletters?|follow (?:us|him|her"
        + @"|them|me) on|like us on|join (?:us on|our (?:forums?|telegram|whatsapp|facebook))|click here (?:to|for) (?:get|subscribe|sign"
        + @"|download|join|more|read)|download (?:our|the) .{0,30}\bapp\b|may earn (?:an|a) .{0,20}commission|delivered (?:straight "
        + @"|right |directly )?to your inbox|in your inbox|have a (?:news )?tip|(?:may|can) be reached at|reach (?:the )?(?:reporters?"
        + @"|authors?|writers?) (?:at|on)|e-?mail (?:the )?(?:reporters?|authors?|writers?) at|tell us what you think|want more stories"
        + @"|support (?:our|independent) journalism"
        + @"|got a (?:story|tip)|for more stories like this|was this (?:article|page|story) (?:helpful|useful))\b"
        + @"|\b(?:newsletter abonnieren|folgen sie uns|jetzt abonnieren|abonnez-vous|inscrivez-vous à|suivez-nous|suscríbete|síguenos"
        + @"|inscreva-se|siga-nos|assine|iscriviti|seguici)\b"
        + @"|\b(?:unterstützen sie (?:uns|unsere arbeit|unseren journalismus)|haben sie (?:einen hinweis|hinweise)"
        + @"|hast du einen tipp|war dieser (?:artikel|beitrag) hilfreich"
        + @"|cet article vous a-t-il été utile|vous avez une info|masz (?:ciekawy )?temat|dołącz do nas na|ti è stato utile"
        + @"|este artigo foi útil|te ha (?:sido|resultado) útil|heb (?:je|u) een tip|was dit artikel nuttig|har du (?:et )?tips)\b"
        + @"|подпис(?:ывайтесь|аться) на|читайте (?:также|нас)|扫码|关注(?:我们|微信)"
        + @"|点击(?:关注|阅读)|訂閱|フォロー(?:する|してください)|구독|تابعونا|اشترك",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Anywhere();
}
