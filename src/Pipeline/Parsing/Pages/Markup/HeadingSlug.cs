using System.Text;
using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>Knows ids that a program made from the words of a heading: they say what the section is about, not what a template uses it
/// for.</summary>
internal static class HeadingSlug
{
    // "related-stories" over a list of them is both; so many words are a sentence.
    private const int MinWords = 4;
    private const int MaxLength = 200;
    private const int MaxNodes = 30;

    /// <summary>True for a heading whose id repeats its words, and for a section that has the words of its first heading as its
    /// id.</summary>
    public static bool IsIdOf(IElement element) =>
        element.Id is { Length: > 0 and <= MaxLength } id
            && (IsHeading(element) ? element : element.FirstElementChild is { } first && IsHeading(first)
                && ClassWords.Split(id).Count >= MinWords ? first : null) is { } heading
            && Letters(id) is { Length: > 0 } slug && Letters(StartOf(heading)).StartsWith(slug, StringComparison.Ordinal);

    // One that was never closed holds the rest of the page.
    private static string StartOf(IElement heading) =>
        string.Concat(heading.GetDescendants().Take(MaxNodes).OfType<IText>().Select(text => text.Data));

    private static bool IsHeading(IElement element) => element.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";

    // Accents, which are left out of addresses, are no letters once they are parted from theirs.
    private static string Letters(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
