using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the texts under and over pictures: they are read with the picture, not with the article.</summary>
internal static class CaptionRemover
{
    // A wrapper around a picture with more text than this is a part of the article with a picture in it.
    private const int MaxCaptionLength = 400;
    private const int Levels = 4;

    public static void Clean(CleanedBody body)
    {
        var pictures = new ContainingElements(body.Element.QuerySelectorAll("img, picture"));
        var captions = body.Element.QuerySelectorAll(
            "figcaption, [itemprop=caption], [itemprop=copyrightHolder], figure > p, figure > div, figure > span, "
            + ".wp-caption .wp-caption-text, .wp-caption .wp-caption-dd").ToLookup(pictures.Contain);
        body.Remove(captions[false]);
        // Many templates have the picture in a box of its own within the figure.
        body.RemoveTextOf(captions[true]);
        var lengths = new TextLengths(body.Element, body.Lines);
        var heads = new ContainingElements(body.Element.QuerySelectorAll("h1, h2, h3"));
        body.Remove(body.Lines.Where(IsBesidePicture));

        bool IsBesidePicture(Line line)
        {
            if (PointsAtPicture(line.Text))
                return true;
            if (line.IsQuoted || (line.Block.LocalName == "p" && Prose.Measure(line) > 0 && pictures.Contain(line.Block)))
                return false;
            var wrapper = line.Block;
            for (var level = 0;
                level < Levels && !ReferenceEquals(wrapper, body.Element) && lengths.Of(wrapper) <= MaxCaptionLength; level++)
            {
                if (pictures.Contain(wrapper))
                    return !heads.Contain(wrapper);
                wrapper = wrapper.ParentElement!;
            }

            return false;
        }
    }

    // Papers in Taiwan and Hong Kong point at the picture that a caption belongs to.
    private static bool PointsAtPicture(string text) => text.Length <= MaxCaptionLength && text[0] is ('▲' or '▼' or '△' or '▽');
}
