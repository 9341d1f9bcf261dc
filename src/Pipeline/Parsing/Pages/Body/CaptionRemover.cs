using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the texts under and over pictures: they are read with the picture, not with the article.</summary>
internal static class CaptionRemover
{
    // A wrapper around a picture with more text than this is a part of the article with a picture in it.
    private const int LongestCaption = 400;
    private const int Levels = 4;

    public static void Clean(IElement body)
    {
        foreach (var caption in body.QuerySelectorAll("figcaption, [itemprop=caption], [itemprop=copyrightHolder], figure > p, figure > div, figure > span").ToList())
            caption.Remove();
        var lengths = new TextLengths(body);
        foreach (var line in Lines.Of(body).Where(line => IsBesidePicture(line, body, lengths)))
            line.Remove();
    }

    private static bool IsBesidePicture(Line line, IElement body, TextLengths lengths)
    {
        if (line.IsQuoted || (line.Block.LocalName == "p" && Prose.Of(line) > 0 && HoldsPicture(line.Block)))
            return false;
        var wrapper = line.Block;
        for (var level = 0; level < Levels && !ReferenceEquals(wrapper, body) && lengths.Of(wrapper) <= LongestCaption; level++)
        {
            if (HoldsPicture(wrapper))
                return wrapper.QuerySelector("h1, h2, h3") is null;
            wrapper = wrapper.ParentElement!;
        }

        return false;
    }

    private static bool HoldsPicture(IElement element) => element.QuerySelector("img, picture") is not null;
}
