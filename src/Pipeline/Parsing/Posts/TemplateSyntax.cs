using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Puts in place of a publishing system's template syntax what it stands for: figures, images, quotations, code, links and embeds. What
/// stands for nothing that a reader reads is removed; the text between two tags always stays. Code is left as it is.
/// </summary>
internal static partial class TemplateSyntax
{

    /// <summary>The text without template syntax; <paramref name="facts"/> fill in what an expression names (<c>page.title</c>).</summary>
    public static string Resolve(string text, FrontMatter facts)
    {
        if (!text.AsSpan().ContainsAny('{', '[') && !text.Contains("import ", StringComparison.Ordinal)
            && !text.Contains("/>", StringComparison.Ordinal) && !text.Contains("%>", StringComparison.Ordinal))
            return text;
        var kept = new KeptCode();
        var prose = Components(WithoutTags(kept.TakeFrom(text), facts, kept));
        return kept.PutBackInto(AttributeLists().Replace(prose, ""));
    }

    /// <summary>A line of the front matter without tags.</summary>
    public static string Strip(string line, FrontMatter facts) =>
        line.Contains("{{", StringComparison.Ordinal) || line.Contains("{%", StringComparison.Ordinal)
            || line.Contains('[', StringComparison.Ordinal)
            ? Resolve(line, facts).Trim()
            : line;

    private static string WithoutTags(string text, FrontMatter facts, KeptCode kept)
    {
        var tags = TemplateTag.FindIn(text);
        if (tags.Count == 0)
            return text;
        var ends = EndsOf(tags);
        var result = new StringBuilder();
        var position = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            result.Append(text, position, tag.Start - position);
            position = tag.End;
            if (ends[i] < 0 || TemplateContent.ForBlock(tag, kept.PutBackInto(text[tag.End..tags[ends[i]].Start])) is not { } block)
            {
                result.Append(TemplateContent.ForTag(tag, facts));
                continue;
            }

            result.Append(kept.Keep(block));
            position = tags[ends[i]].End;
            i = ends[i];
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    // For each opening tag the next closing one of its name, or -1.
    private static int[] EndsOf(IReadOnlyList<TemplateTag> tags)
    {
        var ends = new int[tags.Count];
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = tags.Count - 1; i >= 0; i--)
        {
            ends[i] = !tags[i].Closes && tags[i].Name.Length > 0 ? next.GetValueOrDefault(tags[i].Name, -1) : -1;
            if (tags[i].Closes)
                next[tags[i].Name] = i;
        }

        return ends;
    }

    // MDX: modules that are loaded, comments, and components, of which only images say something.
    private static string Components(string text) => Component().Replace(
        Modules().Replace(text, ""),
        match => match.Groups["name"].Success
            && TemplateContent.ForComponent(match.Groups["name"].Value, match.Groups["attributes"].Value) is { } image ? image : "");

    [GeneratedRegex(
        @"^(?:import\s(?:[^\n]{0,500}|\{[^{}'"";]{0,2000}\}\s*from\s*['""][^'""\n]{1,300})['""];?[ \t\r]*"
            + @"|export\s+(?:const|let|var|default|function|async|type"
            + @"|interface)\s[^\n]{0,1000}(?:\n(?=[ \t}\])])[^\n]{0,1000}){0,200})$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Modules();

    [GeneratedRegex(
        @"\{/\*[^*]{0,2000}\*/\}|\{[""'] [""']\}|</[A-Z][\w.]{0,60}>"
            + @"|<(?<name>[A-Z][\w.]{0,60})(?<attributes>(?:\s+[\w:-]{1,60}(?:=(?:""[^""]*""|'[^']*'|\{[^{}]*\}))?){0,30})\s*/?>",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Component();

    // kramdown's {: .wide } behind an element or on a line of its own, the {#id} of a heading, where a table of contents comes (also in
    // place of a list), the kind of a quoted note, comments of Nunjucks, and embedded Ruby.
    [GeneratedRegex(
        @"<%[^%]{0,500}%>|\{#-?\s[^{}]{0,1000}?#\}|^(?:[*+-]|1\.)[ \t][^\n]{0,100}\n\{:[ \t]?toc[^{}\n]{0,100}\}"
            + @"|(?<=^[ \t]{0,3}>[ \t]{0,3})\[![A-Za-z]{2,20}\][+-]?[ \t]*"
            + @"|^\[\[?(?:toc|TOC)\]\]?[ \t\r]*$|\{:[^{}\n]{0,300}\}|[ \t]\{#[\w-]{1,100}[^{}\n]{0,100}\}[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex AttributeLists();
}
