using System.Net;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Pictures;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Finds the article's body in a page.</summary>
internal static class BodyExtractor
{
    // Less running text than this is a teaser, a caption or an error message.
    private const int MinArticleLength = 140;

    // A page that shows less than this part of the text it carries for machines shows only the beginning of it.
    private const double OnlyBeginning = 0.5;

    // A shorter line under the headline is a subtitle.
    private const int MinStandfirst = 120;

    // As many letters as tell that a paragraph is the same.
    private const int SameStart = 60;

    /// <summary>The entry with its body as HTML with absolute links, and with its pictures; without a body where the page holds
    /// none.</summary>
    public static Entry Fill(Entry entry, Page page, IReadOnlyList<PageFacts> facts, PersonNames people)
    {
        if (page.Document.Body is not { } whole)
            return entry;
        var authors = facts.SelectMany(fact => fact.Contributors).Select(person => person.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var data = new EmbeddedData(page.Document);
        entry = WithDate(entry, page, data);
        PictureMarkup.ShowIn(whole);
        IElement? spare = null;
        var pictures = new BodyPictures(whole, page);
        var found = FindIn(whole, entry.Title, authors, trustNames: true);
        if (found is null && page.ReadAgain().Body is { } again)
        {
            // To read again the few pages that come here costs less than to copy all of them.
            spare = again;
            PictureMarkup.ShowIn(spare);
            pictures = new BodyPictures(spare, page);
            var (gallery, column) = (GalleryBody.Write(pictures), GalleryBody.ColumnOf(pictures));
            found = FindIn(spare, entry.Title, authors, trustNames: false);
            if (found is null && gallery is not null)
                return entry with
                {
                    ContentHtml = WithStandfirst(GalleryBody.WriteText(column) + gallery, facts, entry.SummaryHtml),
                    Images = pictures.Merge([.. entry.Images, .. pictures.Captioned.Select(picture => picture.Image)], null)
                };
        }

        var images = pictures.Merge(entry.Images, found?.Element);
        var signed = found is not null && entry.Contributors.All(
            person => PersonNames.IsOrganisation(person.Name) || PersonNames.IsSharedAccount(person) || people.Outlets([person]).Count > 0)
            ? SignedBy(found.Lines, people, isByOutlet: entry.Contributors.Count > 0) : [];
        if (signed.Count > 0)
            entry = entry with
            {
                Contributors = signed,
                Provenance = new Dictionary<string, string>(entry.Provenance) { ["contributors"] = PageFacts.Shown },
            };
        var chosen = ChosenOf(found?.Element, page, facts, data, entry);
        var stated = facts.Select(fact => fact.Gallery).FirstOrDefault(gallery => gallery.Count > 0) ?? [];
        var captions = chosen is null ? GalleryBody.Write(stated) : null;
        return entry with
        {
            ContentHtml = Shortcodes.Resolve(chosen ?? (captions is not null ? WithStandfirst(captions, facts, entry.SummaryHtml)
                : spare is not null && ShortBody.Find(spare, entry) is { } brief ? ContentWriter.Write(brief, page) : null)),
            Images = captions is null ? images : [.. images.Concat(stated).DistinctBy(image => image.Url)],
        };
    }

    private static IReadOnlyList<Contributor> SignedBy(IReadOnlyList<Line> lines, PersonNames people, bool isByOutlet) =>
        Signature.Read(lines, people) is { Count: > 0 } signed ? signed
            : isByOutlet ? Signature.ReadBare(lines, people) : Signature.ReadBareAtEnd(lines, people);

    private static Entry WithDate(Entry entry, Page page, EmbeddedData data) =>
        entry.Published is null && page.ReadDate(EmbeddedDate.Find(data, entry.Title)) is { } date
            ? entry with
            {
                Published = date,
                Provenance = new Dictionary<string, string>(entry.Provenance) { ["published"] = "page data" },
            }
            : entry;

    private static string? ChosenOf(
        IElement? found, Page page, IReadOnlyList<PageFacts> facts, EmbeddedData data, Entry entry)
    {
        var stated = facts.Select(fact => fact.Body).FirstOrDefault(text => text?.Length >= MinArticleLength);
        if (stated is not null && (found is null || found.TextContent.Length < OnlyBeginning * PlainText.From(stated)?.Length))
            return FromStated(stated);
        return found is not null ? WithStandfirst(ContentWriter.Write(found, page), facts, entry.SummaryHtml)
            : EmbeddedBody.Find(data, entry.Title);
    }

    // The standfirst stands over the body, in a box with the headline: where the body has it, it is not repeated. A single line that the
    // summary has too is a subtitle; a paragraph is the article's first.
    private static string WithStandfirst(string body, IReadOnlyList<PageFacts> facts, string? summary)
    {
        if (facts.Select(fact => fact.Standfirst).FirstOrDefault(text => text is not null) is not { } standfirst)
            return body;
        return IsIn(body, standfirst) || (standfirst.Length < MinStandfirst && IsIn(summary, standfirst)) ? body
            : $"<p>{WebUtility.HtmlEncode(standfirst)}</p>\n{body}";
    }

    private static bool IsIn(string? html, string standfirst) =>
        Wording.Letters(standfirst) is var start && Wording.Letters(PlainText.From(html) ?? "").Contains(
            start[..Math.Min(SameStart, start.Length)], StringComparison.Ordinal);

    // Some templates write markup into the property that is for text.
    private static string? FromStated(string text)
    {
        if (HasMarkup(text))
            return WireText.FromHtml(text);
        // Escaped twice: the line breaks are two characters each.
        var decoded = WebUtility.HtmlDecode(
            text.Contains('\n', StringComparison.Ordinal) ? text : text.Replace("\\n", "\n", StringComparison.Ordinal));
        return HasMarkup(decoded) ? WireText.FromHtml(decoded) : WireText.FromPlain(decoded);
    }

    private static bool HasMarkup(string text) =>
        text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase);

    // A site whose names all speak of something else is read by its structure alone.
    private static CleanedBody? FindIn(IElement page, string? title, IReadOnlySet<string> authors, bool trustNames)
    {
        var whole = new CleanedBody(page);
        ClutterRemover.Clean(whole);
        if (trustNames)
            NamedClutterRemover.Clean(whole);
        AboveHeadline.Clean(whole, title);
        NextArticleRemover.Clean(whole, title);
        RelatedRemover.Clean(whole);
        TeaserRemover.Clean(whole);
        ShortVersionRemover.Clean(whole);
        var body = new CleanedBody(BodyFinder.Find(whole));
        // What is too short already is left as it is, for it may be all that the article says (ShortBody).
        if (body.Prose.Total < MinArticleLength)
            return null;
        NamedClutterRemover.CleanGalleries(body);
        PromotionRemover.Clean(body);
        CaptionRemover.Clean(body);
        PullQuoteRemover.Clean(body);
        EdgeTrimmer.Trim(body, title, authors);
        return body.Prose.Total < MinArticleLength ? null : body;
    }
}
