using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The headings under which sites list other articles, comments and share buttons, in the languages that the pipeline meets
/// most.</summary>
internal static partial class Rubrics
{
    private const int MaxLength = 100;

    public static bool Match(string line) => line.Length <= MaxLength && Rubric().IsMatch(line);

    [GeneratedRegex(
        @"\A(?>\W*)(?:related(?: (?:articles?|stories|posts?|content|news|links?|topics?|coverage|reading))?|you (?:may"
        + @"|might) (?:also )?(?:like|enjoy|be interested).*|more (?:from|on|in|stories|great|like this|news|to read)\b.{0,60}"
        + @"|read (?:next|more|also)|recommended(?: for you| stories| reading)?|(?:most|top) (?:read|popular|stories|viewed)"
        + @"|trending(?: now)?|(?:\d+ )?(?:comments?|responses?|replies)(?: \(?\d+\)?)?|leave a (?:comment|reply)|about the authors?"
        + @"|share this.*|next (?:article|story)|latest (?:news|stories|articles)|"
        + @"mehr (?:zum thema|themen)|(?:ähnliche|verwandte|neueste) (?:beiträge|artikel|themen(?:bereiche)?)|das könnte (?:ihnen"
        + @"|dir) auch gefallen"
        + @"|(?:schreiben? (?:sie )?|hinterlassen? (?:sie )?)einen kommentar|\d+ (?:antworten|gedanken|kommentare) zu .*|auch interessant"
        + @"|weiter(?:e|führende) (?:informationen|links?|artikel)|empfehlungen (?:aus|der) (?:der )?redaktion|auf dieser seite"
        + @"|inhaltsverzeichnis|table of contents|teilen sie dies mit|like it\? share it|\d+ (?:comments?|thoughts|responses) (?:on|to) .*"
        + @"|(?:laisser|écrire) un commentaire|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta)"
        + @"|lascia un commento"
        + @"|taip pat skaitykite|czytaj (?:też|także|również)|zobacz (?:też|także|również)|(?:pře)?čtěte (?:si )?(?:také"
        + @"|též|více)"
        + @"|läs (?:också|även|mer)|les også|læs også|lue (?:myös|lisää)|loe ka|olvassa? el ezt is|kapcsolódó (?:cikkek"
        + @"|tartalmak)"
        + @"|citește (?:și|mai mult)|διαβάστε (?:ακόμη|ακόμα|επίσης)|ilgili haberler|baca juga|xem thêm"
        + @"|đọc thêm|tin liên quan"
        + @"|(?:इसे|यह) भी पढ़ें|আরও পড়ুন|קראו (?:גם|עוד)|بیشتر بخوانید"
        + @"|прочетете (?:още|също)|читайте також|pročitajte (?:i|još)"
        + @"|das könnte (?:sie|dich) auch interessieren|lesen sie auch|meistgelesen|(?:\d+ )?(?:kommentare?|antworten)"
        + @"|à lire (?:aussi|également)|lire aussi|sur le même sujet|(?:\d+ )?commentaires?|te puede interesar|tal vez te interese"
        + @"|noticias relacionadas|lee también|lo más leído|(?:\d+ )?comentarios?|leia (?:mais|também)|veja também"
        + @"|você (?:também )?pode (?:se interessar|gostar).*|mais lidas|(?:\d+ )?comentários?|leggi anche|potrebbe interessarti"
        + @"|articoli correlati|commenti|lees ook|meest gelezen|"
        + @"читайте также|по теме|материалы по теме|популярное|комментарии"
        + @"|相关(?:阅读|新闻|文章|推荐|报道)|相關(?:閱讀|新聞|文章)|延伸閱讀|推荐阅读|热门(?:文章|新闻)"
        + @"|関連(?:記事|ニュース)|あわせて読みたい|おすすめ記事|関連リンク|관련 ?(?:기사|뉴스)"
        + @"|많이 본 (?:기사|뉴스)|اقرأ أيضا.{0,20}|مواضيع ذات صلة|أخبار ذات صلة"
        + @"|الأكثر قراءة)\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Rubric();
}
