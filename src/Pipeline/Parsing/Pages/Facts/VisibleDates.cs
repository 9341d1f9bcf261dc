using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The dates that a page shows for its article: beside the headline, in an element for times, under a label, or in its
/// address.</summary>
internal sealed partial class VisibleDates
{
    // More words before a date in a line without a label are a sentence about something.
    private const int MaxBefore = 60;
    private const int MaxMarkLength = 120;
    private const int MaxBareLength = 36;

    // "This post was published on … and filed under …" goes on for a line or two.
    private const int MaxLabelledLength = 400;
    private const int MaxSearched = 250;

    // Three bylines have no more; one that was never closed holds the rest of the page.
    private const int MaxBylineLines = 50;

    private readonly Page page;
    private readonly List<(PublishedDate Date, bool IsUpdate)> found = [];

    public VisibleDates(Page page, ArticleHead head, string? title)
    {
        this.page = page;
        Add(head.Below.SelectMany(FromLine));
        Add(head.Marks.Where(mark => mark.IsBelow).SelectMany(FromMark));
        var address = FromAddress();
        AddressDay = address is null ? null : address.Day ?? DateOnly.FromDateTime(address.At.UtcDateTime);
        if (Published is not null)
            return;
        if (address is null)
            Add(head.Above.SelectMany(FromLine));
        if (Published is null)
            Add(BylinesWithDates(head));
        if (Published is not null)
            return;
        Uncertain = head.Lines.SelectMany(FromLabelledLine).Select(date => date.Date).FirstOrDefault() ?? address
            ?? new DistantDates(page, head, title).Find() ?? Updated ?? head.Lines.SelectMany(FromUpdateLine).FirstOrDefault();
    }

    /// <summary>The day that the page's address names.</summary>
    public DateOnly? AddressDay { get; }

    /// <summary>The date that only the address or a line far from the headline gives, or that of a change where no other is
    /// shown.</summary>
    public PublishedDate? Uncertain { get; }

    public PublishedDate? Published => found.Where(date => !date.IsUpdate).Select(date => date.Date).FirstOrDefault();

    public PublishedDate? Updated => found.Where(date => date.IsUpdate).Select(date => date.Date).FirstOrDefault();

    private void Add(IEnumerable<(PublishedDate Date, bool IsUpdate)> dates) => found.AddRange(dates.Take(10));

    // "von Jo Reed, 8.5.12": who stands beside a date is an author of the page's own article.
    private IEnumerable<(PublishedDate Date, bool IsUpdate)> BylinesWithDates(ArticleHead head)
    {
        var authors = head.Marks.Where(mark => mark.IsBelow && mark.Kinds.HasFlag(MarkKinds.Author)).Select(mark => mark.Element).Take(3)
            .ToList();
        return head.Lines.Where(line => line.Text.Length <= MaxMarkLength
            && authors.Exists(author => author.Contains(line.Block) || line.Nodes.Any(author.Contains))).Take(MaxBylineLines)
            .SelectMany(FromLine);
    }

    private IEnumerable<(PublishedDate Date, bool IsUpdate)> FromLine(Line line)
    {
        var time = line.Nodes.Select(node => node.ParentElement).OfType<IElement>().Select(element => element.Closest("time"))
            .FirstOrDefault(element => element is not null);
        if (time is not null && line.Text.Length < 2 * MaxMarkLength)
            return FromTime(time, line.Text);
        if (line.IsHeading && line.Text.Length > MaxBefore
            || Prose.Measure(line) > 0 && (line.Text.Length > MaxMarkLength || !Label().IsMatch(line.Text)) && !IsBareDate(line.Text))
            return [];
        var dates = Read(line.Text, isUpdate: false).ToList();
        return dates.Count > 0 || line.Text.Length > MaxBareLength ? dates : Read(line.Parted, isUpdate: false);
    }

    // Ukrainian and Hungarian end a date with a full stop, and nothing but a weekday stands before it.
    private bool IsBareDate(string text) =>
        text.Length <= MaxBareLength && page.FindDates(text) is [{ Before: var before }]
            && !before.Trim().Contains(' ', StringComparison.Ordinal) && page.ReadDate(text) is not null;

    // What stands before the first date is its label; before the second, what stands between them. A date under a label comes before those
    // of other events: "Received: …, accepted: …, published: …".
    private IEnumerable<(PublishedDate Date, bool IsUpdate)> Read(string text, bool isUpdate) =>
        page.FindDates(text).Where(date => date.Before.Length <= MaxBefore || Label().IsMatch(date.Before))
            .OrderByDescending(date => Label().IsMatch(date.Before)).Select(date => (date.Date, isUpdate || Update().IsMatch(date.Before)));

    private IEnumerable<(PublishedDate Date, bool IsUpdate)> FromTime(IElement time, string line)
    {
        var shown = page.FindDates(ShortText.Read(time, ShortText.MaxLines)?.Trim() ?? "");
        if (shown.Count > 1)
            return Read(line, isUpdate: false);
        var isUpdate = Update().IsMatch(line) && !Label().IsMatch(line);
        // Where both are whole days and not the same, readers were shown the one in the text.
        if (page.ReadDate(time.GetAttribute("datetime") ?? WaitingIn(time)) is not { } told
            || shown is [var day] && (day.Date.At - told.At).Duration() > TimeSpan.FromDays(2))
            return Read(line, isUpdate);
        // A time of day in the text and a day in the attribute are one moment in two parts.
        return [(told, isUpdate)];
    }

    private IEnumerable<(PublishedDate Date, bool IsUpdate)> FromMark(HeadMark mark)
    {
        var kinds = mark.Kinds | mark.Within;
        if ((kinds & (MarkKinds.Date | MarkKinds.Update)) == 0)
            return [];
        var isUpdate = kinds.HasFlag(MarkKinds.Update)
            && !ClassWords.NamesOf(mark.Element).Any(name => name.Contains("publish", StringComparison.OrdinalIgnoreCase));
        var told = mark.Element.GetAttribute("datetime") ?? mark.Element.GetAttribute("content")
            ?? (mark.Element.LocalName == "abbr" ? mark.Element.GetAttribute("title") : WaitingIn(mark.Element));
        if (page.ReadDate(told) is { } date)
            return [(date, isUpdate)];
        return PlainText.From(ShortText.Read(mark.Element, ShortText.MaxLines)) is { Length: <= MaxMarkLength } text
            ? Read(text, isUpdate) : [];
    }

    // A script writes "3 years ago" from the moment that it finds there.
    private static string? WaitingIn(IElement element) =>
        element.Attributes.FirstOrDefault(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)
            && MarkNames.Read(attribute.Name[5..]) == MarkKinds.Date)?.Value;

    private IEnumerable<(PublishedDate Date, bool IsUpdate)> FromLabelledLine(Line line) =>
        !line.IsHeading && line.Text.Length <= MaxLabelledLength && Label().IsMatch(line.Text) && !Update().IsMatch(line.Text)
            ? FromLabelled(line.Text).Take(1) : [];

    // WordPress has the label behind the date: "… wurde am 19. Mai 2010 um 23:03 Uhr gepostet und unter … abgelegt".
    private IEnumerable<(PublishedDate Date, bool IsUpdate)> FromLabelled(string text) =>
        page.FindDates(text[..Math.Min(MaxSearched, text.Length)]).Where(
            date => date.Before.Length <= 2 * MaxBefore || Label().IsMatch(date.Before)).Take(1).Select(date => (date.Date, false));

    private IEnumerable<PublishedDate> FromUpdateLine(Line line) =>
        !line.IsHeading && line.Text.Length <= MaxMarkLength && Update().IsMatch(line.Text)
            ? page.FindDates(line.Text).Where(date => Update().IsMatch(date.Before)).Select(date => date.Date) : [];

    // The last of an address in an address: archives keep the original one behind their own.
    private PublishedDate? FromAddress()
    {
        var address = (page.Address ?? page.Base)?.AbsoluteUri ?? "";
        var own = address[Math.Max(0, address.LastIndexOf("http", StringComparison.OrdinalIgnoreCase))..];
        return InAddress().Match(own) is { Success: true } day
            ? page.ReadDate($"{day.Groups["y"].Value}-{day.Groups["m"].Value.PadLeft(2, '0')}-{day.Groups["d"].Value.PadLeft(2, '0')}")
            : null;
    }

    [GeneratedRegex(
        @"[/=_.-](?<y>(?:19|20)\d\d)(?:(?<s>[/_-])(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0?[1-9]|[12]\d|3[01])|[/-]?(?<m>0[1-9]"
            + @"|1[0-2])[/-]?(?<d>0[1-9]|[12]\d|3[01]))(?=[/_.?&-]|$)",
            RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex InAddress();

    // What stands before a date has lost its accents, a whole line has not.
    [GeneratedRegex(
        @"\b(?:publish|post(?:ed|s)|written|created|issued|released|date\b|ver[öo]ffentlicht|erschienen|erstellt|eingestellt|geschrieben"
        + @"|gepostet|datum\b|publi[ée]|paru le|mis en ligne|publicad|publicaci|fecha|"
        + @"pubblicat|gepubliceerd|geplaatst|publicer|publiser|julkaistu|opublikowan|publikacj|dodano"
        + @"|data publikacji|zve[řr]ejn[ěe]n|publikov|objavljen|yay[ıi]n|tarih|eklenme)"
        + @"|опубликован|дата|создан|опубліковано|публик|发布|發布|发表|發表|时间|時間"
        + @"|(?<!引用)日期|公開|配信|掲載|投稿|입력|등록|게재|승인|نشر|تاريخ|פורסם|เผยแพร่"
        + @"|प्रकाशित"
        + @"|đ[ăa]ng",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(?:updated?|last (?:modified|edited|changed)|modified|edited|aktualisiert|aktualisierung|ge[äa]ndert|bearbeitet"
        + @"|[äa]nderung|stand\b|mis(?:e)? [àa] jour|modifi[ée]|actualizad|modificad|aggiornat|atualizad|"
        + @"bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert|p[äa]ivitetty|muokattu|zaktualizowan"
        + @"|aktualiz(?:ov|ac)|g[üu]ncelle)|обновл[её]н"
        + @"|изменен"
        + @"|оновлен|更新|修改|수정|تحديث|עודכן|อัปเดต|c[ậa]p nh[ậa]t",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Update();
}
