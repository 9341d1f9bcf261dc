using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.People;

/// <summary>
/// Reads a field that a publisher fills with who made an entry, however it is written: a name, a byline, a list, names with their
/// mail addresses (<c>address (name)</c> of RSS, <c>name &lt;address&gt;</c>), or links to profiles.
/// </summary>
internal static partial class PersonField
{
    /// <summary>The people in the order of the field; none for an empty one, and for what only software signs with.</summary>
    public static IEnumerable<Contributor> Read(string? field, ContributorRole role) =>
        ReadNames(field, role).Where(person => !Placeholders.Names.Contains(person.Name));

    private static IEnumerable<Contributor> ReadNames(string? field, ContributorRole role)
    {
        var text = field?.Trim() ?? "";
        if (text.Contains("<a ", StringComparison.OrdinalIgnoreCase) && FromLinks(text, role) is { Count: > 0 } linked)
            return linked;
        var line = Markup().IsMatch(text) ? PlainText.From(text) ?? "" : text;
        // Forums know their authors by their handles alone.
        if (line is ['@', .. var handle] && handle.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
            return handle.Length > 0 ? [new Contributor(handle, role)] : [];
        if (!Address().IsMatch(line))
            return Bylines.From(line, role);
        // Several people with addresses are told apart by them: a comma may be a part of a name.
        var parts = line.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, part => Address().IsMatch(part))
            ? parts.Select(part => FromAddressed(part, role)) : [FromAddressed(line, role)];
    }

    private static List<Contributor> FromLinks(string html, ContributorRole role) =>
        [.. BoundedHtml.TryParse($"<body>{html}", HtmlBounds.Line)?.QuerySelectorAll("a").SelectMany(link => FromLink(link, role)) ?? []];

    private static List<Contributor> FromLink(IElement link, ContributorRole role)
    {
        var address = link.GetAttribute("href") ?? "";
        var people = Bylines.From(link.TextContent, role).ToList();
        if (people is not [var one])
            return people;
        var isMail = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        return [one with { Email = isMail ? Address().Match(address) is { Success: true } mail ? mail.Value : null : null,
            Url = HtmlLinks.Web(address)?.AbsoluteUri }];
    }

    private static Contributor FromAddressed(string text, ContributorRole role)
    {
        var address = Address().Match(text).Value;
        var name = Bare(Brackets().Replace(text.Replace(address, "", StringComparison.Ordinal), "").Trim(' ', '<', '>', ',')).Trim();
        return new Contributor(name.Length > 0 ? name : address, role, address);
    }

    // "(Jane Doe)" and "\"Jane Doe\"" are a name in a mail header's dress (RFC 822 §6.1); brackets inside a name belong to it.
    private static string Bare(string text) =>
        text is ['(' or '"', .. var inner, ')' or '"'] && !inner.AsSpan().ContainsAny('(', '"') ? inner : text;

    // Tried where a word begins, as from each of its letters it would be looked through again.
    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", RegexOptions.None, MatchTimeout)]
    private static partial Regex Address();

    [GeneratedRegex(@"\(\s*\)|<\s*>|mailto:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"</\w+>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{2,8});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Markup();
}
