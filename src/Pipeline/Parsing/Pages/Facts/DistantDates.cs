using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>
/// Where a page dates its article away from its headline: a line that is nothing but a date over or under the text, the first words
/// of the headline, the dateline of the first paragraph.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="head">Which of its lines may be the article's.</param>
/// <param name="title">What the article is called.</param>
internal sealed partial class DistantDates(Page page, ArticleHead head, string? title)
{
    private const int MaxBareLength = 45;
    private const int MaxLettersBeside = 16;
    private const int LinesBefore = 6;
    private const int LinesBehind = 3;
    private const int LevelsAround = 4;

    // More bare dates than these in one box are a list of other things.
    private const int MaxInBox = 2;
    private const int MinParagraph = 120;
    private const int MaxDateline = 60;

    /// <summary>Most certain first.</summary>
    public PublishedDate? Find()
    {
        var text = head.Lines.Select((line, at) => (Line: line, At: at))
            .Where(line => line.Line.Text.Length >= MinParagraph && Prose.Measure(line.Line) > 0).ToList();
        return FromTitle() ?? (text.Count == 0 ? null : Beside(text[0].Line, text[0].At, text[^1].At) ?? text.Take(LinesBehind)
            .Select(line => FromDateline(line.Line)).FirstOrDefault(date => date is not null));
    }

    private PublishedDate? FromTitle() =>
        title is not null && FindDates(title) is [{ Before.Length: 0 } first, ..] ? first.Date : null;

    private PublishedDate? Beside(Line first, int start, int end)
    {
        var box = first.Block;
        for (var level = 0; level < LevelsAround && box.ParentElement is { LocalName: not ("body" or "html") } parent; level++)
            box = parent;
        var bare = head.Lines.Where(line => box.Contains(line.Block)).Select(line => (Line: line, Date: ReadBare(line)))
            .Where(line => line.Date is not null).ToList();
        if (bare.Count is 0 or > MaxInBox)
            return null;
        return bare.Select(line => (At: head.Lines.ToList().IndexOf(line.Line), line.Date))
            .FirstOrDefault(
                line => (line.At < start && line.At >= start - LinesBefore) || (line.At > end && line.At <= end + LinesBehind)).Date;
    }

    private PublishedDate? ReadBare(Line line) =>
        line.Text.Length <= MaxBareLength && line.LinkLength == 0 && FindDates(line.Text) is [var only]
            && line.Text.Count(char.IsLetter) - only.Date.AsWritten.Count(char.IsLetter) <= MaxLettersBeside ? only.Date : null;

    private PublishedDate? FromDateline(Line line) =>
        Dateline().Match(line.Text[..Math.Min(MaxDateline, line.Text.Length)]) is { Success: true } found
            ? FindDates(found.Value).Select(date => date.Date).FirstOrDefault() : null;

    private IReadOnlyList<(string Before, PublishedDate Date)> FindDates(string text) =>
        text.Any(char.IsDigit) ? page.FindDates(text) : [];

    // "Karlsruhe, (12.11.2021). The …", "Paris, le 3 mai 2024 – The …", "3 May 2024 - The …"
    [GeneratedRegex(
        @"\A(?:\p{Lu}[\p{L} /-]{1,30},?\s?)?(?:,?\s?(?:le|den|am|el|il)\s)?\(?\d{1,4}"
        + @"[\s./-]{1,2}[\p{L}\d]{1,12}[\s./,-]{1,2}\d{2,4}\)?\s?[.:–—|-]",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Dateline();
}
