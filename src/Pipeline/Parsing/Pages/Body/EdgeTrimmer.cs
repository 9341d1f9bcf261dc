using System.Text.RegularExpressions;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Trims what stands before the first paragraph and after the last: headline, byline, dates; rubrics with nothing under them,
/// lists of other articles.</summary>
internal static partial class EdgeTrimmer
{
    // A rubric such as "Related" ends the article unless this part of the prose still follows.
    private const double TooMuchToLose = 0.25;

    private const int MaxLabelLength = 140;
    private const int MaxRole = 20;

    // Whether a line names people is dear to tell, and no head has a tenth of them.
    private const int MaxHeadLines = 500;

    /// <param name="body">The article's element, which is changed.</param>
    /// <param name="title">Its title, perhaps with the site's name.</param>
    /// <param name="authors">The names of those who wrote it.</param>
    public static void Trim(CleanedBody body, string? title, IReadOnlySet<string> authors)
    {
        CutAfterRubric(body);
        TrimHead(body, title, authors);
        TrimTail(body);
    }

    private static void CutAfterRubric(CleanedBody body)
    {
        var lines = body.Lines;
        var total = lines.Sum(Prose.Measure);
        var following = total;
        for (var at = 0; at < lines.Count; at++)
        {
            following -= Prose.Measure(lines[at]);
            if (Rubrics.Match(lines[at].Text) && following < TooMuchToLose * total)
            {
                body.Remove(lines.Skip(at));
                return;
            }
        }
    }

    private static void TrimHead(CleanedBody body, string? title, IReadOnlySet<string> authors)
    {
        var lines = body.Lines;
        // The times of day in a live blog each stand over an entry.
        var isLiveBlog = lines.Count(line => TimeOfDay().IsMatch(line.Text)) > 1;
        body.Remove(lines.Take(MaxHeadLines).TakeWhile(line => Prose.Measure(line) == 0 || Repeats(line, title)).Where(
            line => IsTitle(line, title) || (line.Text.Length <= MaxLabelLength && line.Text[^1] != ':' && IsCredit(line))));
        var standfirst = lines.ToList().FindIndex(line => Prose.Measure(line) > 0 && !Repeats(line, title));
        body.Remove(lines.Skip(standfirst + 1).Take(MaxHeadLines).TakeWhile(
            line => !isLiveBlog && standfirst >= 0 && Prose.Measure(line) == 0).Where(
            line => line.Text.Length <= MaxLabelLength && !line.IsHeading
                && (Stamp().IsMatch(line.Text) || ReadingTime().IsMatch(line.Text) || NamesOnly(line.Text, authors))));

        bool IsCredit(Line line) =>
            isLiveBlog && TimeOfDay().IsMatch(line.Text) ? false
            : IsTime(line) || Dated().IsMatch(line.Text) || By().IsMatch(line.Text) || ReadingTime().IsMatch(line.Text)
                || NamesOnly(line.Text, authors) || IsLabelled(line.Text, authors);
    }

    // "Author" and the name in elements side by side, with nothing between them.
    private static bool IsLabelled(string text, IReadOnlySet<string> authors) =>
        authors.Any(name => text.Length - name.Length <= MaxRole && text.EndsWith(name, StringComparison.Ordinal));

    private static bool IsTime(Line line) =>
        line.Nodes.All(node => string.IsNullOrWhiteSpace(node.Data) || node.ParentElement?.LocalName == "time");

    private static bool NamesOnly(string text, IReadOnlySet<string> authors) =>
        authors.Count > 0 && Bylines.From(text).Select(person => person.Name).ToList() is { Count: > 0 } names
            && names.TrueForAll(authors.Contains);

    private static void TrimTail(CleanedBody body) =>
        body.Remove(body.Lines.Reverse().TakeWhile(line => line.IsHeading || IsTagList(line)));

    // Topics as links, "Tags: …", "Posted in …"; an address that is spelled out is a signature.
    private static bool IsTagList(Line line) =>
        (line.LinkShare >= 0.9 && !line.Text.Contains('.', StringComparison.Ordinal))
            || (line.Text.Length <= MaxLabelLength && (Filed().IsMatch(line.Text) || Mailbox().IsMatch(line.Text)));

    [GeneratedRegex(@"\A[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mailbox();

    // A headline that is a question or a quotation reads like a paragraph.
    private static bool Repeats(Line line, string? title) => Wording.AreSame(line.Text, title);

    private static bool IsTitle(Line line, string? title) =>
        Repeats(line, title) || line.Block.LocalName == "h1" || WindowTitle.Has(title, line.Text);

    [GeneratedRegex(@"\A\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(
        @"\A\W*(?:\p{L}{1,12}\W+)?\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}\b.{0,30}\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\A.{0,80}(?:\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b).{0,60}\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"\A\W*(?:tags?|topics?|filed under|posted (?:in|on|by)|(?:first |last )?(?:published|updated)|categor(?:y|ies|ia|ias|ie)"
            + @"|catégories?|kategorien?|publicado (?:por|em|en|el)|publié le|etiquetas|schlagw(?:ort|örter)|veröffentlicht|mots-clés"
            + @"|palabras clave|palavras-chave|parole chiave|trefwoorden|nyckelord|emneord|avainsanat|słowa kluczowe"
            + @"|klíčová slova|címkék"
            + @"|ετικέτες|từ khóa|برچسب‌?(?:ها)?|תגיות|ключевые слова|关键词"
            + @"|關鍵[詞字]|(?:関連)?キーワード"
            + @"|теги|метки|рубрика|标签|標籤|タグ|カテゴリー?|태그|الوسوم|كلمات مفتاحية)\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Filed();

    [GeneratedRegex(
        @"\A\W*(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd"
            + @"|время чтения)?\W*\d{1,3}\s*(?:-?\s*min(?:ute)?s?\.?(?: read)?|мин\.?|minuti|minuten|minutos|分钟|分鐘"
            + @"|分)\W*\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(
        @"\A\W*(?:\p{L}+\s+){0,3}(?:by|par)\s.{1,80}\z|\A\W*(?:von|por|di|da|door|av|af|от|автор|作者|記者|记者|文"
            + @"|بقلم)[\s:：].{1,80}\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex By();
}
