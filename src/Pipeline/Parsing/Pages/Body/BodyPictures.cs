using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The pictures of a page with what stands under them: the captions are read here, before they are taken out of the
/// text.</summary>
internal sealed partial class BodyPictures
{
    /// <summary>The boxes that hold a picture with its caption, where it is no <c>figure</c>.</summary>
    internal const string Boxes = ".wp-caption, [class*=image-with-caption], [class*=img-caption]";

    private const int MaxPictures = 200;
    private const int MaxCaptionLength = 1000;
    private const int LevelsOfSlide = 6;
    private const int LevelsBeside = 3;
    private const string Agencies = "AFP|AP|EPA|EFE|DPA|dpa|PA|Reuters|Getty";
    private const string Galleries = "[class*=gallery i], [class*=slideshow i], [class*=slider i], [class*=carousel i], ul, ol";
    private const string Captions =
        "figcaption, [itemprop=caption], .wp-caption-text, .caption, .image-caption, .img-caption, .photo-caption, [class*=caption]";
    private const string Credits =
        "[class*=credit i], [class*=copyright i], [itemprop=copyrightHolder], [class*=photographer i], [class*=image-source i], small";

    private readonly List<(IElement Element, ArticleImage Image)> pictures = [];

    // Galleries and boxes with captions are taken out of the text: where they stood is known from before.
    private readonly Dictionary<IElement, IElement> articlesOfGalleries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IElement, IElement> parentsOfBoxes = new(ReferenceEqualityComparer.Instance);

    /// <param name="whole">The page's body, before anything is removed from it.</param>
    /// <param name="page">The page.</param>
    public BodyPictures(IElement whole, Page page)
    {
        foreach (var image in whole.QuerySelectorAll("img").Take(MaxPictures))
        {
            var figure = image.Closest("figure");
            var slide = figure is null ? SlideOf(image) : null;
            if (page.Absolute(image.GetAttribute("src")) is { } url)
                pictures.Add((image, WithCaption(new ArticleImage(url), image, figure, slide)));
            if ((figure ?? slide)?.ParentElement?.Closest(Galleries)?.Closest("article, main") is { } article)
                articlesOfGalleries[image] = article;
            if (image.Closest(Boxes)?.ParentElement is { } parent)
                parentsOfBoxes[image] = parent;
        }
    }

    /// <summary>Pictures with captions, each with its figure.</summary>
    public IReadOnlyList<(IElement Element, ArticleImage Image)> Captioned =>
        [.. pictures.Where(picture => picture.Image.Caption is not null)];

    /// <summary>What is stated, with the captions that the page shows; and behind it those pictures of the body that have one.</summary>
    public IReadOnlyList<ArticleImage> Merge(IReadOnlyList<ArticleImage> stated, IElement? body)
    {
        var captioned = Captioned;
        var own = captioned.Where(picture => body?.Contains(picture.Element) == true || StoodIn(body, picture.Element))
            .Select(picture => picture.Image);
        return [.. stated.Select(
            image => captioned.Where(picture => picture.Image.Url == image.Url).Select(picture => Filled(image, picture.Image))
                .FirstOrDefault() ?? image)
            .Concat(own).DistinctBy(image => image.Url, StringComparer.Ordinal)];
    }

    private bool StoodIn(IElement? body, IElement picture) =>
        body is not null && ((articlesOfGalleries.TryGetValue(picture, out var article) && article.Contains(body))
            || (parentsOfBoxes.TryGetValue(picture, out var parent) && body.Contains(parent)));

    private static ArticleImage Filled(ArticleImage stated, ArticleImage shown) =>
        stated with { Caption = stated.Caption ?? shown.Caption, Credit = stated.Credit ?? shown.Credit, Alt = stated.Alt ?? shown.Alt };

    private static ArticleImage WithCaption(ArticleImage picture, IElement image, IElement? figure, IElement? slide)
    {
        picture = picture
            with
        { Alt = PlainText.From(image.GetAttribute("alt")), Width = Pixels(image, "width"), Height = Pixels(image, "height") };
        var box = figure ?? image.Closest(Boxes) ?? AloneInItem(image) ?? slide ?? CaptionBeside(image);
        // The name of the box is in the names of its parts, and the part with the picture says nothing.
        if (box?.QuerySelectorAll(Captions).FirstOrDefault(part => Read(part) is not null) is not { } element
            || Read(element) is not { Length: <= MaxCaptionLength } text)
            return picture;
        var credited = (element.QuerySelector(Credits) ?? box.QuerySelector(Credits)) is { } holder && !ReferenceEquals(holder, element)
            ? Read(holder) : CitedAtEnd(element, text);
        var caption = credited is not null && text.EndsWith(credited, StringComparison.Ordinal) && text.Length > credited.Length
            ? text[..^credited.Length].Trim() : text;
        var found = Credit().Match(credited ?? caption);
        return picture with
        {
            Caption = credited is null && found.Success ? NotEmpty(caption[..found.Index].Trim()) ?? caption : caption,
            Credit = found.Success ? NotEmpty(found.Groups[1].Value.Trim(' ', '.', ')', ']', '/')) : credited?.Trim(' ', '(', ')', '©'),
        };
    }

    // Within a sentence it is the title of a work.
    private static string? CitedAtEnd(IElement caption, string text) =>
        caption.QuerySelectorAll("cite") is [.., var cite] && Read(cite) is { } cited
            && text.EndsWith(cited, StringComparison.Ordinal)
            && text.AsSpan(0, text.Length - cited.Length).TrimEnd() is [.., '.' or '!' or '?' or ')' or ':' or '|' or '–' or '—' or '/']
            ? cited : null;

    // The box right behind the picture's own, where it holds the caption.
    private static IElement? CaptionBeside(IElement image)
    {
        var box = image;
        for (var level = 0; level < LevelsBeside && box.NextElementSibling is null && box.ParentElement is { } parent; level++)
            box = parent;
        return box.NextElementSibling is { LocalName: "div" or "p" or "span" } next && next.QuerySelector(Captions) is not null
            && next.QuerySelector("img") is null && next.TextContent.Length <= MaxCaptionLength ? next : null;
    }

    private static IElement? AloneInItem(IElement image) =>
        image.Closest("li") is { } item && item.QuerySelectorAll("img").Length == 1 ? item : null;

    // The largest box within a gallery that holds this picture alone.
    private static IElement? SlideOf(IElement image)
    {
        if (image.ParentElement?.Closest(Galleries) is not { } gallery)
            return null;
        IElement? slide = null;
        for (var (box, level) = (image.ParentElement, 0); box is not null && box != gallery && level < LevelsOfSlide; level++)
        {
            if (box.QuerySelectorAll("img").Length > 1)
                break;
            (slide, box) = (box, box.ParentElement);
        }

        return slide;
    }

    private static string? Read(IElement element) => PlainText.From(string.Join(' ', Lines.FromElement(element).Select(line => line.Text)));

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static int? Pixels(IElement image, string attribute) =>
        int.TryParse(
            image.GetAttribute(attribute), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out var pixels) && pixels > 1 ? pixels : null;

    // "Photo: Jo Reed" behind the caption, in the languages of the world's papers.
    [GeneratedRegex(
        @"(?<!\s)(?>[(\[]?\s*)(?:\b(?:photo(?:graph|grapher)?s?(?: credit| by)?|picture|image|credit|courtesy|fotos?|foto credits?"
        + @"|bild(?:er|rechte"
        + @"|quelle|nachweis)?|quelle|crédits?(?: photo)?|photographie|imagen|fotografía|crédito|immagine|"
        + @"beeld|kuva|fotó|zdjęcie|foto: ©)|фото|снимка|图|圖|摄影|攝影|图片来源|写真|撮影|사진|صورة"
        + @"|تصوير|صورة من|צילום)(?>\s*)[:：/／]\s*(.{2,80})\z"
        + @"|\bphoto(?:graph(?:s|y)?|s)?\sby\s(?<1>\p{Lu}.{1,60})\z"
        + @"|©\s*(?<1>.{2,80})\z"
        // "(AP Photo/Jo Reed)", "… the harbour. Jo Reed/AFP via Getty Images"
        + @"|[(\[](?<1>(?=[^()\[\]]{2,60}/|[^()\[\]]{0,60}\b(?-i:" + Agencies + @")\b)[^()\[\]]{2,90})[)\]]\.?\z"
        + @"|(?<=[.!?”""]\s)(?<1>(?-i:\p{Lu})[^.!?]{1,60}/\s?(?-i:" + Agencies + @"|Shutterstock)\b[^.!?]{0,30})\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Credit();
}
