using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Pictures;

namespace Pipeline.Parsing.Html;

/// <summary>Makes addresses absolute, alone and in published HTML.</summary>
internal static partial class HtmlLinks
{
    // The attributes that hold one address, by HTML (§4, index of attributes).
    private static readonly string[] Attributes = [
        "href", "src", "cite", "poster", "data", "action", "longdesc", "background", "codebase", "profile", "usemap", "classid",
        "formaction"];

    /// <summary>The same HTML with its relative addresses resolved; unchanged where there is no base or nothing to resolve, or where it
    /// goes beyond what is parsed.</summary>
    public static string MakeAbsolute(string html, Uri? from)
    {
        if (from is null || !Relative().IsMatch(html)
            || BoundedHtml.TryParse($"<body>{html}", HtmlBounds.Article)?.Body is not { } body)
            return html;
        var changes = 0;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in Attributes)
                changes += Replace(element, name, address => address.StartsWith('#') ? address : Absolute(from, address));
            changes += Replace(element, "srcset", candidates => Candidates(from, candidates));
        }

        // Markup that needs no change is left as it was published.
        return changes > 0 ? HtmlMarkup.WriteInside(body) : html;
    }

    /// <summary>The address resolved; as it is written where it is absolute already, or is relative and there is no base.</summary>
    public static string Absolute(Uri? from, string address)
    {
        var trimmed = address.Trim();
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute) && !absolute.IsFile ? trimmed
            : Resolve(from, trimmed)?.AbsoluteUri ?? trimmed;
    }

    /// <summary>An absolute address; <c>null</c> where <paramref name="address"/> is relative and there is no base.</summary>
    public static Uri? Resolve(Uri? from, string address)
    {
        var trimmed = address.Trim();
        if (Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute) && !absolute.IsFile)
            return absolute;
        return from is not null && Uri.TryCreate(from, trimmed, out var resolved) ? resolved : null;
    }

    /// <summary>The address of a page or file on the web; <c>null</c> for anything else.</summary>
    public static Uri? Web(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var absolute)
            && (absolute.Scheme == Uri.UriSchemeHttp || absolute.Scheme == Uri.UriSchemeHttps) ? absolute : null;

    private static int Replace(IElement element, string name, Func<string, string> replacement)
    {
        if (element.GetAttribute(name) is not { } written)
            return 0;
        var absolute = replacement(written);
        if (absolute == written)
            return 0;
        element.SetAttribute(name, absolute);
        return 1;
    }

    private static string Candidates(Uri from, string written) =>
        string.Join(", ", SourceSet.Split(written)
            .Select(candidate => candidate.Split((char[]?)null, 2))
            .Select(parts => string.Join(' ', parts.Skip(1).Prepend(Absolute(from, parts[0])))));

    // Most published texts have absolute addresses only, and need not be parsed: this finds one of the attributes with anything else.
    // Atomic, as blanks on both sides of a quotation mark that is not there could be parted in as many ways as there are blanks.
    [GeneratedRegex(
        """(href|src|srcset|cite|poster|data|action|longdesc|background|codebase|profile|usemap|classid)\s*=(?>\s*["']?\s*)(?!#"""
            + """|[a-z][a-z0-9+.-]*:)[^\s"'>]""",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Relative();
}
