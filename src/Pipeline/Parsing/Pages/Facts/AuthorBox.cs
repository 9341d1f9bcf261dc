using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The box about the author that many sites put under the text: its heading names whoever the page names nowhere else.</summary>
internal static class AuthorBox
{
    private const string Boxes = "[class*=author i], [class*=autor i], [class*=auteur i]";
    private const string Names = "h2, h3, h4, h5, h6, .name, .author-name, .fn";
    private const int MaxBoxes = 20;

    /// <summary>Who is in it; empty where there is none or more than one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="people">Tells people from what else stands in their place.</param>
    public static IReadOnlyList<Contributor> Read(Page page, PersonNames people)
    {
        var boxes = page.Document.QuerySelectorAll(Boxes).Where(IsBox).Take(MaxBoxes).ToList();
        var found = boxes.Select(box => box.QuerySelectorAll(Names).Select(name => people.Read(name.TextContent, isPlain: true).ToList())
            .FirstOrDefault(names => names.Count == 1)).OfType<List<Contributor>>().Select(names => names[0])
            .DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return found is [var only] && !PersonNames.IsOrganisation(only.Name) ? [only] : [];
    }

    private static bool IsBox(IElement element) => ClassWords.NamesOf(element).Select(ClassWords.Split).Any(
        words => words.Any(word => word is "author" or "autor" or "autorin" or "auteur")
            && words.Any(word => word is "bio" or "box" or "info" or "card" or "about" or "profile" or "profil" or "description"));
}
