using System.Net;
using System.Text.RegularExpressions;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Posts;

/// <summary>What a tag of a publishing system stands for, as HTML or Markdown.</summary>
internal static partial class TemplateContent
{
    private static readonly string[] Addresses = ["src", "url", "image", "image_path", "path", "file", "link"];

    private static readonly HashSet<string> CodeBlocks = ["highlight", "codeblock", "code", "sourcecode", "prism"];

    private static readonly HashSet<string> Quotes = ["quote", "blockquote", "pullquote", "centerquote", "cq"];

    private static readonly HashSet<string> Removed = ["comment", "capture"];

    // A tag that gives only an address stands inside a link.
    private static readonly HashSet<string> References = ["ref", "relref", "post_url", "post_path", "asset_path"];

    private static readonly Dictionary<string, string> Players = new()
    {
        ["youtube"] = "https://www.youtube.com/watch?v=",
        ["youtuber"] = "https://www.youtube.com/watch?v=",
        ["vimeo"] = "https://vimeo.com/",
        ["instagram"] = "https://www.instagram.com/p/",
        ["gist"] = "https://gist.github.com/",
        ["iframe"] = "",
        ["embed"] = "",
    };

    /// <summary>What a block stands for, whose inside must not be read any further; <c>null</c> where its inside is text like all
    /// other.</summary>
    public static string? ForBlock(TemplateTag tag, string inside)
    {
        if (CodeBlocks.Contains(tag.Name))
            return $"\n\n<pre><code>{WebUtility.HtmlEncode(inside.Trim('\r', '\n'))}</code></pre>\n\n";
        if (tag.Name is "raw")
            return inside;
        if (Removed.Contains(tag.Name))
            return "";
        if (tag.Name is "embed" && Uri.IsWellFormedUriString(inside.Trim(), UriKind.Absolute))
            return Link(inside.Trim());
        return tag.Name is "caption" or "wp_caption" && CaptionShortcode.Write(inside, tag.Named("caption")) is { } figure
            ? $"\n\n{figure}\n\n" : null;
    }

    /// <summary>What stands in place of one tag; empty where it says nothing to a reader.</summary>
    public static string ForTag(TemplateTag tag, FrontMatter facts)
    {
        if (Quotes.Contains(tag.Name))
            return tag.Closes ? "\n\n</blockquote>\n\n" : "\n\n<blockquote>\n\n";
        if (tag.Closes)
            return "";
        if (tag.Name.Length == 0)
            return Expression(tag.Arguments, facts);
        if (References.Contains(tag.Name))
            return tag.FirstUnnamed() ?? tag.Named("path") ?? "";
        return tag.Name switch
        {
            "param" => facts.Text(FrontMatter.Key(tag.FirstUnnamed() ?? "")) ?? "",
            "link" or "post_link" or "asset_link" => NamedLink(tag.Unnamed()),
            _ when Players.TryGetValue(tag.Name, out var player) => Embed(tag, player),
            _ => Image(tag) ?? "",
        };
    }

    /// <summary>The image that a component of MDX shows; <c>null</c> for any other component.</summary>
    public static string? ForComponent(string name, string attributes)
    {
        var tag = new TemplateTag(0, 0, name.ToLowerInvariant(), attributes, Closes: false);
        return IsImage(tag.Name) && tag.Named("src", "url", "image") is { } source && !source.StartsWith('{') ? Figure(source, tag) : null;
    }

    // Liquid prints a literal, or a value of the page; addresses of the site are relative to it.
    private static string Expression(string expression, FrontMatter facts)
    {
        var value = expression.Split('|')[0].Trim();
        if (value is ['"' or '\'', .. var literal, '"' or '\''])
            return literal;
        return value.StartsWith("page.", StringComparison.Ordinal) ? facts.Text(FrontMatter.Key(value[5..])) ?? "" : "";
    }

    // Jekyll's link has one argument, a file; Hexo's have the words first or last.
    private static string NamedLink(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2)
            return arguments is [var only] ? only : "";
        var address = arguments.FirstOrDefault(argument => argument.Contains("://", StringComparison.Ordinal) || argument.StartsWith('/'))
            ?? arguments[0];
        var words = string.Join(' ', arguments.Where(argument => argument != address && argument is not ("true" or "false")));
        return $"[{words}]({address})";
    }

    private static string Embed(TemplateTag tag, string player)
    {
        var id = tag.Named("id", "src", "url") ?? tag.FirstUnnamed();
        return id is null ? ""
            : Link(id.Contains("://", StringComparison.Ordinal) ? id
                : player + string.Join('/', player.EndsWith("github.com/", StringComparison.Ordinal) ? tag.Unnamed().Take(2) : [id]));
    }

    private static string Link(string address)
    {
        var url = WebUtility.HtmlEncode(address);
        return Uri.IsWellFormedUriString(address, UriKind.Absolute) ? $"\n\n<p><a href=\"{url}\">{url}</a></p>\n\n" : "";
    }

    // Hugo's figure and img, Jekyll's includes of a figure, Hexo's img [class] /path [width] [height] "title" "alt".
    private static string? Image(TemplateTag tag)
    {
        var unnamed = tag.Unnamed();
        var isInclude = tag.Name is "include" or "include_relative" or "render";
        if (!IsImage(isInclude ? tag.FirstUnnamed() ?? "" : tag.Name))
            return null;
        var source =
            tag.Named(Addresses) ?? (isInclude ? null : unnamed.FirstOrDefault(argument => argument.AsSpan().ContainsAny('.', '/')));
        return source is null ? null : Figure(source, tag);
    }

    private static bool IsImage(string name) => ImageName().IsMatch(name);

    private static string Figure(string source, TemplateTag tag)
    {
        var spoken = Spoken().Matches(tag.Arguments).Select(match => match.Groups[1].Value).Where(
            text => text.Contains(' ', StringComparison.Ordinal)).ToList();
        var alt = WebUtility.HtmlEncode(tag.Named("alt") ?? spoken.LastOrDefault() ?? "");
        var caption = WebUtility.HtmlEncode(tag.Named("caption", "description", "title") ?? "");
        var image = $"<img src=\"{WebUtility.HtmlEncode(source)}\" alt=\"{alt}\">";
        return caption.Length == 0 ? $"\n\n<p>{image}</p>\n\n" : $"\n\n<figure>{image}<figcaption>{caption}</figcaption></figure>\n\n";
    }

    [GeneratedRegex(
        "(?:^|[/_.-])(?:figure|fig|img|image|images|picture|photo|pic|asset_img|nextimage|responsive-image)(?:[/_.-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex ImageName();

    [GeneratedRegex("(?<!=\\s?)\"([^\"]*)\"", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Spoken();
}
