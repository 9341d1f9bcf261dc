using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.People;

/// <summary>People named in one text.</summary>
internal static partial class Bylines
{
    // Longer "names" are biographies or the whole header of the page.
    private const int MaxNameLength = 80;

    /// <summary>The people, without "By" and its relatives; an address in place of a name names nobody.</summary>
    public static IEnumerable<Contributor> From(string? byline, ContributorRole role = ContributorRole.Author) =>
        Separator().Split(Lead().Replace(PlainText.From(byline) ?? "", ""))
            .Select(name => name.Trim(' ', ',', '|', '·', '-', '–'))
            .Where(name => name.Length is > 0 and <= MaxNameLength && !name.Contains("://", StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new Contributor(name, role));

    [GeneratedRegex(
        @"\A(?:\p{L}+\s+){0,3}(?:by|par)\s+|\A(?:by|von|par|por|di|da|door|av|af|от|автор|作者|記者|记者|文|بقلم)\s*[:：]?\s+|\A(?:作者|記者|记者|文"
            + @"|автор|by)\s*[:：/／]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(?:and|und|et|y|e|en|och|og|и)\s+|\s*[;、&]\s*|\s*,\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
