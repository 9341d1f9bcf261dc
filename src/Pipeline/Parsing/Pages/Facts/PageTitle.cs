using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The title that the page itself has, for telling its own article from others that it names.</summary>
internal static class PageTitle
{
    /// <summary>What social networks are told, or else the window's title, which often has the site's name in it; <c>null</c> where there
    /// is neither.</summary>
    public static string? FromPage(Page page) =>
        PlainText.From(page.Document.QuerySelector("meta[property='og:title']")?.GetAttribute("content"))
            ?? PlainText.From(page.Document.Title);
}
