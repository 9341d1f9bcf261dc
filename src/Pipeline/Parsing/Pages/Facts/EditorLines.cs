using System.Text.RegularExpressions;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads who edited an article: some sites state the editor for machines where others have the author.</summary>
internal static partial class EditorLines
{
    private const int MaxLength = 80;

    /// <param name="lines">The lines of the page that may be the article's.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<Line> lines) =>
        [.. lines.Where(line => line.Text.Length <= MaxLength).Select(line => (line.Text, Label: Label().Match(line.Text)))
            .Where(line => line.Label.Success).SelectMany(line => Bylines.From(line.Text[line.Label.Length..]))
            .Select(person => person.Name)];

    [GeneratedRegex(
        @"\A(?:editors?|edited by|edit(?:ado|ada) por|edição|edición|edición de|edytor|redaktur|penyunting"
        + @"|editör|biên tập|редактор"
        + @"|责任编辑|責任編輯|责编|編集|편집)\s?[:：]\s?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Label();
}
