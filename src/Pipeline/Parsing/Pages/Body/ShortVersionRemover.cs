using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the list beside an article that says in short what it says at length: its label and the points under it.</summary>
internal static partial class ShortVersionRemover
{
    private const int MaxLabelLength = 40;
    private const int Levels = 5;

    // A list with more of the prose is the article.
    private const double MaxShare = 0.4;

    public static void Clean(CleanedBody body)
    {
        var labels = body.Lines.Where(line => line.Text.Length <= MaxLabelLength && Label().IsMatch(line.Text)).ToList();
        if (labels.Count == 0)
            return;
        var prose = body.Prose;
        foreach (var label in labels)
        {
            if (BoxOf(label, body.Element, prose) is { } box)
                body.Remove(box);
        }
    }

    // The nearest element around the label that holds a list, and no paragraph beside it.
    private static IElement? BoxOf(Line label, IElement body, Prose prose)
    {
        var box = label.Block.GetAncestors().OfType<IElement>().Prepend(label.Block).Take(Levels).TakeWhile(
            element => !ReferenceEquals(element, body)).FirstOrDefault(element => element.QuerySelector("li") is not null);
        return box is not null && prose.Share(box) < MaxShare && box.QuerySelectorAll("p").All(
            paragraph => prose.In(paragraph) == 0 || paragraph.Closest("li") is not null) ? box : null;
    }

    [GeneratedRegex(
        @"\A(?>\W*)(?:kort (?:fortalt|sagt|version)|kortversjonen|saken (?:i korte trekk|oppsummert)|in kürze|das wichtigste in kürze"
        + @"|auf einen blick|darum geht(?:'|’)?s|key (?:points|takeaways|facts)|at a glance|in (?:short|brief)|quick (?:read|take)"
        + @"|summary"
        + @"|l(?:'|’)essentiel|en bref|en resumen|en breve|lo (?:más )?importante|las claves|em resumo|resumo da notícia|in breve"
        + @"|in sintesi"
        + @"|in het kort|kort samengevat|lyhyesti|w skrócie|najważniejsze|stručně|v kostce|röviden|pe scurt|με λίγα λόγια"
        + @"|kısaca|singkatnya"
        + @"|кратко|коротко|главное|要点|要旨|この記事のポイント|ポイント|핵심 ?요약"
        + @"|세 ?줄 ?요약|بإيجاز|باختصار|בקצרה)\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Label();
}
