using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>
/// Puts in place of shortcodes that WordPress left in a text what they stand for: a picture with its caption, a link, a quotation. The
/// others are removed, and what stands between two of them stays; so are the marks that Drupal and Joomla put
/// in place of a picture. What an editor writes in brackets (<c>[sic]</c>, <c>[the minister]</c>) is text, and code is left as it is.
/// </summary>
internal static partial class Shortcodes
{
    private static readonly string[] Code = ["pre", "code", "script", "style"];

    private static readonly HashSet<string> Quotes = new(StringComparer.Ordinal) { "quote", "blockquote", "pullquote" };

    /// <summary>The HTML without shortcodes.</summary>
    public static string? Resolve(string? html)
    {
        if (html is null || (!html.AsSpan().ContainsAny('[', '{') && !html.Contains("HUGOSHORTCODE", StringComparison.Ordinal)))
            return html;
        var tags = FindIn(html);
        return tags.Count == 0 ? html : Write(html, tags);
    }

    private static List<Shortcode> FindIn(string html)
    {
        var found = new List<Shortcode>();
        var position = 0;
        var unclosed = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in BracketOrElement().Matches(html))
        {
            if (match.Index < position)
                continue;
            if (match.Groups["token"].Success)
                found.Add(new Shortcode(match.Index, match.Index + match.Length, "", "", Closes: false));
            else if (match.Groups["name"].Success)
                found.Add(new Shortcode(match.Index, match.Index + match.Length, match.Groups["name"].Value,
                    match.Groups["arguments"].Value, match.Groups["close"].Length > 0));
            else
                position = EndOfCode(html, match, unclosed);
        }

        var closed = found.Where(tag => tag.Closes && tag.Name.Length > 1).Select(tag => tag.Name).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(
            tag => tag.SpeaksForItself || closed.Contains(tag.Name) || (tag.SpeaksForItselfAlone && IsAlone(html, tag)))];
    }

    // Where the reading goes on behind an element: behind its end, where it holds code.
    private static int EndOfCode(string html, Match match, HashSet<string> unclosed)
    {
        var name = Array.Find(Code, name => match.Groups["element"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (name is null || unclosed.Contains(name))
            return match.Index;
        var end = html.IndexOf($"</{name}", match.Index, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            unclosed.Add(name);
        return Math.Max(end, match.Index);
    }

    private static bool IsAlone(string html, Shortcode tag)
    {
        var before = html.AsSpan(0, tag.Start).TrimEnd(" \t\r");
        var after = html.AsSpan(tag.End).TrimStart(" \t\r");
        return (before.IsEmpty || before[^1] is '>' or '\n') && (after.IsEmpty || after[0] is '<' or '\n');
    }

    private static string Write(string html, List<Shortcode> tags)
    {
        var ends = EndsOf(tags);
        var result = new StringBuilder();
        var position = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            result.Append(html, position, tags[i].Start - position);
            var block = ends[i] < 0 ? null : Block(tags[i], html[tags[i].End..tags[ends[i]].Start]);
            result.Append(block ?? Mark(tags[i]));
            i = block is null ? i : ends[i];
            position = tags[i].End;
        }

        return result.Append(html, position, html.Length - position).ToString();
    }

    // For each block that holds something else than text the next tag that closes it, or -1.
    private static int[] EndsOf(List<Shortcode> tags)
    {
        var ends = new int[tags.Count];
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = tags.Count - 1; i >= 0; i--)
        {
            ends[i] = !tags[i].Closes && tags[i].Name is "caption" or "wp_caption" or "embed"
                ? next.GetValueOrDefault(tags[i].Name, -1) : -1;
            if (tags[i].Closes)
                next[tags[i].Name] = i;
        }

        return ends;
    }

    private static string? Block(Shortcode tag, string inside)
    {
        if (tag.Name is "embed")
            return Uri.IsWellFormedUriString(WebUtility.HtmlDecode(inside.Trim()), UriKind.Absolute)
                ? $"<a href=\"{inside.Trim()}\">{inside.Trim()}</a>" : null;
        return CaptionShortcode.Write(inside, tag.Named("caption"));
    }

    private static string Mark(Shortcode tag) =>
        !Quotes.Contains(tag.Name) ? "" : tag.Closes ? "</blockquote>" : "<blockquote>";

    // A link behind brackets is Markdown; brackets in brackets show a shortcode to readers.
    [GeneratedRegex(
        @"<(?<element>[a-zA-Z][a-zA-Z0-9]{0,20})(?:\s[^<>]*)?>"
            + @"|(?<!\[)\[(?<close>/?)(?<name>[a-zA-Z][\w-]{1,60})(?<arguments>(?:[ \t\r\n/\u00A0][^\[\]]{0,4000})?)\](?![\](])"
            + "|(?<token>" + Tokens + ")",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex BracketOrElement();

    // What Drupal keeps of a picture ([[{"type":"media",…}]]), the plug-ins of Joomla ({loadposition x}, {youtube}abc{/youtube}), tags of
    // Hugo and Liquid that were never run, and what Hugo puts in the place of one that it runs later.
    private const string Tokens =
        @"\[\[\{\s*(?:&quot;|&#34;|"")(?:type|fid|nid)\b[^\[\]]{0,4000}\}\]\]"
            + @"|\{(?:loadposition|loadmodule|loadmoduleid|modulepos|mosimage|mospagebreak|rokbox)\b[^{}]{0,300}\}"
            + @"|\{(?<plugin>youtube|vimeo|dailymotion|gallery|mp3|mp4|audio|flv)(?:\s[^{}]{0,200})?\}[^{}]{0,300}\{/\k<plugin>\}"
            + @"|\{\{(?:&lt;|[<%])[^{}]{1,1000}(?:&gt;|[>%])\}\}|\{%-?\s[^{}%]{1,500}%\}"
            + @"|\{\{-?\s?(?:site|page|post|layout)\.[^{}<>]{1,200}\}\}|HAHAHUGOSHORTCODE[\w-]{1,60}?HBHB";
}
