using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// Finds a body of one sentence, which a teaser has as well: what a dated page itself marks as the body, and the article of a page that
/// holds nothing else, no link, no form.
/// </summary>
internal static partial class ShortBody
{
    private const int MaxLength = 400;

    /// <param name="whole">The page's body, without its clutter.</param>
    /// <param name="entry">What is known of the article.</param>
    public static IElement? Find(IElement whole, Entry entry) =>
        Marked(whole, entry) ?? (IsBare(whole) && whole.QuerySelectorAll("article, main").ToList() is [var only] && Says(only, entry.Title)
            ? WithoutTitle(only, entry.Title) : null);

    private static IElement? Marked(IElement whole, Entry entry)
    {
        if (entry.Published is null || entry.Title is null)
            return null;
        var marked = whole.QuerySelectorAll("[itemprop], [class], [id]").Where(BodyMarks.On).ToList();
        return marked.Count > 0 && marked[0] is var body && new CleanedBody(body).Prose.Total > 0 && Says(body, entry.Title)
            ? WithoutTitle(body, entry.Title) : null;
    }

    private static bool IsBare(IElement whole) =>
        !whole.QuerySelectorAll("a[href]").Any(link => link.GetAttribute("href") is { Length: > 0 } address && address[0] != '#')
            && whole.QuerySelector("form, input, button, nav") is null;

    private static bool Says(IElement body, string? title) =>
        body.TextContent is { Length: <= MaxLength * 4 } text && Lines.FromElement(body) is var lines
            && lines.Sum(line => line.Text.Length) <= MaxLength && lines.Any(line => !IsTitle(line, title)) && !Fault().IsMatch(text)
            && !Fault().IsMatch(title ?? "");

    private static IElement WithoutTitle(IElement body, string? title)
    {
        foreach (var line in Lines.FromElement(body).Where(line => IsTitle(line, title)))
            line.Remove();
        return body;
    }

    private static bool IsTitle(Line line, string? title) => line.Block.LocalName == "h1" || line.Text == title;

    // A server's answer where there is no page, and what is shown until a script has loaded one.
    [GeneratedRegex(
        @"\b(?:[45]\d\d|not found|no longer (?:available|exists)|unavailable|forbidden|denied|errors?|javascript|cookies?|captcha"
        + @"|redirect(?:ed|ing)?"
        + @"|loading|maintenance|moved|checking your browser|nicht (?:gefunden|verfügbar)|fehler|introuvable|erreur|indisponible"
        + @"|no (?:encontrad[ao]|disponible|existe)|não (?:encontrad[ao]|disponível)|erro|non (?:trovat[ao]|disponibile)|errore"
        + @"|niet gevonden|hittades inte|ikke fundet|ikke funnet|ei löydy|nie znaleziono|nenalezena|bulunamadı)\b"
        + @"|не найден|ошибка|找不到|不存在|错误|錯誤"
        + @"|見つかりません|エラー|찾을 수 없|غير موجود",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Fault();
}
