using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The names by which sites mark the body of an article.</summary>
internal static class BodyMarks
{
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal) { "article", "story", "post", "entry", "news", "blog" };
    private static readonly HashSet<string> Parts = new(
        StringComparer.Ordinal) { "body", "content", "text", "bodytext", "bodycopy", "copy" };

    public static bool On(IElement element)
    {
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            return true;
        return ClassWords.NamesOf(element).Any(IsBodyName);
    }

    // article-body, entry__content, storyBody; not article-body-image.
    private static bool IsBodyName(string name)
    {
        var words = ClassWords.Split(name);
        return words.Count is 2 or 3 && Subjects.Contains(words[^2]) && Parts.Contains(words[^1])
            || words is ["articlebody" or "storybody" or "postbody" or "bodytext"];
    }
}
