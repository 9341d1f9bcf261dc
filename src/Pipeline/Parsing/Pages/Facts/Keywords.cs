using System.Net;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Keywords as one text, in the separators that the world's scripts use.</summary>
internal static class Keywords
{
    // The semicolon of a character reference parts nothing.
    public static IEnumerable<Category> From(string? keywords) =>
        WebUtility.HtmlDecode(WebUtility.HtmlDecode(keywords ?? ""))
            .Split([',', ';', '，', '、', '；', '،', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(PlainText.From).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(term => new Category(term));
}
