using System.Text.RegularExpressions;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The wordings of what a site says about its page and not about the story: consent for embeds, the rest is for those who pay,
/// where else to follow, who took the picture.</summary>
internal static partial class Notices
{
    private const int MaxLength = 300;

    public static bool Match(Line line) => line.Text.Length <= MaxLength
        && (Whole().IsMatch(line.Text) || Consent().IsMatch(line.Text) || Payment().IsMatch(line.Text) || Elsewhere().IsMatch(line.Text));

    [GeneratedRegex(
        @"\A(?>\W*)(?:crédits? photos?|titelbild|beitragsbild|bild(?:quelle|nachweis|rechte)|foto ?credits?|photo credits?|image credits?)"
        + @"\s*[:©].{0,120}\z"
        + @"|\A(?>\W*)(?:©|\(c\)|copyright\s*[©:(\d]).{0,60}\z|\A\$\$\w+\$\$\z"
        + @"|\A(?>\W*)(?:watch|duration|view in browser|dieses thema im programm|box aufklappen|(?:die )?kommentare (?:sind )?geschlossen"
        + @"|comments are closed)(?:\s?[|:]|\s+\d|\s+box|\W*\z).{0,160}\z"
        + @"|\A(?>\W*)(?:copyright\b.{0,80}\ball rights reserved\b|riproduzione riservata|tous droits réservés|alle rechte vorbehalten"
        + @"|todos los derechos reservados|todos os direitos reservados|все права защищены"
        + @"|無断転載|版权所有).{0,160}\z"
        + @"|\A\[gambas:[^\[\]]{1,60}\]\z|\A.{0,120}\bctrl ?\+ ?enter\b.{0,60}\z"
        + @"|\A(?>\W*)(?:compartir|partager|condividi|compartilhar|teilen|share|deel|udostępnij)(?: (?:en|sur|su|no|auf|on|op|na))?"
        + @" (?:facebook|x|twitter|whatsapp)\b.{0,100}\z"
        + @"|\A(?:video player is loading|this is a modal window|(?:current|remaining) time \d|duration \d|loaded: \d|stream type live"
        + @"|(?:beginning|end) of dialog window|no compatible source was found).{0,80}\z|\A.{0,30}(?:무단 ?전재"
        + @"|재배포 ?금지).{0,40}\z"
        + @"|\A\W*our standards: .{0,60}\z"
        + @"|\A(?:انتهای پیام|کد خبر|لینک کوتاه)(?:\W.{0,60})?\z"
        + @"|\A\d{1,2} (?:seconds?|minutes?|hours?|days?) ago\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\b(?:empfohlener (?:externer |redaktioneller )?inhalt|an dieser stelle (?:finden sie|findest du|befindet sich) .{0,20}extern"
        + @"|personenbezogene daten .{0,30}drittplattformen|inhalte? (?:erlauben|zulassen|entsperren)|link zum \w{1,20}-inhalt"
        + @"|ein klick für den datenschutz|damit einverstanden, dass (?:mir|ihnen|dir) .{0,30}inhalte|externen inhalt (?:anzeigen|laden)"
        + @"|this content is hosted by a third party|to (?:view|see) this content,? (?:please|you(?:'ll| will)? need|accept|enable)"
        + @"|this article contains content (?:provided )?by|we ask for your permission before|may be using cookies and other technologies"
        + @"|ce contenu (?:est|a été) bloqué|pour (?:voir|afficher) ce contenu|para ver este contenido|per (?:vedere"
        + @"|visualizzare) questo contenuto"
        + @"|om deze inhoud te (?:tonen|bekijken|zien)|aby (?:zobaczyć|wyświetlić) t[ęe] treść|pro zobrazení tohoto obsahu"
        + @"|for at se (?:dette|denne)|för att (?:se|visa) det här innehållet|for å (?:se|vise) dette innholdet)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"\b(?:il vous reste [\d.,]{1,6} ?% de cet article|la suite est réservée aux abonnés|article réservé aux abonnés"
        + @"|(?:article|story|content) is (?:reserved )?for (?:our )?subscribers|already (?:a subscriber|subscribed)\b.{0,60}\b(?:log"
        + @"|sign) in"
        + @"|you(?:'|’)?re already a subscriber|nur für abonnenten|exklusiv für abonnenten|weiterlesen mit .{0,30}abo"
        + @"|contenido exclusivo para"
        + @"|(?:noticia|nota|contenido) exclusiv[ao] para suscriptores|conteúdo exclusivo para assinantes|riservato agli abbonati"
        + @"|alleen voor abonnees|tylko dla (?:subskrybentów|prenumeratorów))\b|доступ(?:но"
        + @"|ен) только (?:по подписке|подписчикам)"
        + @"|この記事は(?:有料|会員限定)|会員限定記事|続きを読むには.{0,30}(?:登録|ログイン|購読)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Payment();

    [GeneratedRegex(
        @"\bon google news\b.{0,80}|\b(?:ikuti|cek|síguenos|seguinos|folge|folgen|suivez|segui|siga)\b.{0,80}\bgoogle news\b"
        + @"|\badd us as a preferred source\b|\b(?:whatsapp|telegram)[ -](?:channel|kanal)\b|\bcanal de (?:telegram|whatsapp|youtube)\b"
        + @"|\b(?:siga|sigue|síguenos|seguici|suivez|rejoignez|únete|ikuti|gabung)\b.{0,60}\b(?:whatsapp|telegram)\b"
        + @"|\b(?:hier geht(?:'|’)?e?s zu[rm]?|laden sie|lade dir) .{0,40}(?:app|newsletter)\b|\bauch bei social media\b"
        + @"|\bdownload (?:the|our) .{1,40}\bapp\b|\bfollow .{1,40} on (?:twitter|x|instagram|facebook|tiktok|threads|bluesky)\b"
        + @"|\bnot been edited by .{1,60}\bstaff\b|\bauto-?generated from an? (?:syndicated|news agency) feed\b"
        + @"|\bsubmit your letter to the editor\b|\bbeim täglichen .{1,30}newsletter\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Elsewhere();
}
