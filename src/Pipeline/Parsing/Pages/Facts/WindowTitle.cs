using System.Text.RegularExpressions;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>A title as windows show it: the article's and the site's, with a mark between them.</summary>
internal static partial class WindowTitle
{
    // Each mark in a title is tried: what is longer is no title, and is left as it is.
    private const int MaxLength = 1_000;

    private const int MaxSection = 20;

    // A shorter rest is no headline.
    private const int MinTitleLength = 12;

    /// <summary>True where the text is the whole title or one of its parts.</summary>
    public static bool Has(string? title, string text) =>
        title is not null && (text.Equals(title, StringComparison.OrdinalIgnoreCase)
            || (title.Length <= MaxLength
                && Mark().Split(title).Any(part => part.Trim().Equals(text, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The title without the site's name before or behind it, as often as it stands there; as it is where nothing else would be
    /// left.</summary>
    public static string? WithoutSite(string? title, SiteNames site)
    {
        if (title?.Length > MaxLength)
            return title;
        for (var at = title is null ? null : Mark().Match(title); at is { Success: true }; at = at.NextMatch())
        {
            if (site.Contain(title![..at.Index]) && title[(at.Index + at.Length)..].Trim() is { Length: > 0 } rest)
                return WithoutSite(rest, site);
            if (site.Contain(title[(at.Index + at.Length)..]) && title[..at.Index].Trim() is { Length: > 0 } start)
                return WithoutSite(BeforeSection(start, at.Value.Trim()), site);
            // "What happened » The Paper » Local"
            if (at.Index >= MinTitleLength && at.NextMatch() is { Success: true } next
                && site.Contain(title[(at.Index + at.Length)..next.Index]))
                return WithoutSite(title[..at.Index].Trim(), site);
        }

        // "The Paper: What happened": any other word before a colon is the headline's own.
        if (title?.IndexOf(": ", StringComparison.Ordinal) is { } colon and > 0 && site.Contain(title[..colon]))
            return title[(colon + 2)..].Trim() is { Length: > 0 } headline ? WithoutSite(headline, site) : title;

        return title is not null && InBrackets().Match(title) is { Success: true } found && site.Contain(found.Groups[1].Value)
            && found.Index > 0 ? title[..found.Index].Trim() : title;
    }

    // "What happened | News | The Paper": a word or two between a whole headline and the site, behind the same bar, are a section.
    private static string BeforeSection(string title, string mark)
    {
        var at = mark is "|" or "｜" or "»" ? title.LastIndexOf(mark, StringComparison.Ordinal) : -1;
        if (at <= 0)
            return title;
        var (headline, section) = (title[..at].Trim(), title[(at + 1)..].Trim());
        return section.Length <= MaxSection && section.Count(c => c == ' ') <= 1 && headline.Length >= 2 * section.Length ? headline
            : title;
    }

    /// <summary>The title without the name of the section behind it, which pages without a headline leave there.</summary>
    public static string? WithoutSection(string? title, string? section) =>
        title is not null && section is { Length: > 1 } && title.EndsWith(section, StringComparison.OrdinalIgnoreCase)
            && title[..^section.Length].TrimEnd() is { Length: > MinTitleLength } start
            && start[^1] is '-' or '–' or '—' or '|' or '｜' or 'ㅣ'
            ? start.TrimEnd('-', '–', '—', '|', '｜', 'ㅣ', ' ') : title;

    [GeneratedRegex(@"\s+[-‐‑‒–—―−⸺|·•●:»«/│‹›~]+\s+|[_|｜：»│ǀㅣ]|\s+–|–\s+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*[(\[]([^()\[\]]{2,40})[)\]]\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex InBrackets();
}
