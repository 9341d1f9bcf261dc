using System.Text.RegularExpressions;
using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Feeds;

/// <summary>Tells whether a text is an XML feed, by its root element, and where the feed starts in it.</summary>
internal static partial class FeedStart
{
    // A root stands near the start: even a long licence comment or a page of warnings is shorter.
    private const int Head = 16_384;

    private static readonly string[] FrontMatter = ["---", "+++", "{", ";;;"];

    /// <summary>
    /// The index of the XML declaration or of the root; -1 where the text is no feed. Scripts that print warnings put text before
    /// the feed, so that is passed over; a page or a post that shows a feed's source is still a page or a post.
    /// </summary>
    public static int Find(string text)
    {
        if (EntryIn(text) is { } entry)
            return entry;
        var head = text[..Math.Min(text.Length, Head)];
        var root = Root().Match(head);
        if (!root.Success)
            return -1;
        var declaration = Math.Max(0, head.LastIndexOf("<?xml", root.Index, StringComparison.Ordinal));
        if (IsProlog(head.AsSpan(declaration, root.Index - declaration)) && (declaration == 0 || !IsDocument(head[..declaration])))
            return declaration;
        return CertainRoot().IsMatch(head, root.Index) && !IsDocument(head[..root.Index]) ? root.Index : -1;
    }

    // An entry may be a document of its own (RFC 4287 §2), and so may its deletion (RFC 6721); the namespace tells them from what else
    // is called so.
    private static int? EntryIn(string text) =>
        XmlRoot.Find(text) is { } root && root.Name.ToLowerInvariant() is var name && name is "entry" or "deleted-entry"
        && (root.Attributes.Contains("w3.org/2005/Atom", StringComparison.OrdinalIgnoreCase)
            || root.Attributes.Contains("purl.org/atom/", StringComparison.OrdinalIgnoreCase)
            || root.Attributes.Contains("purl.org/atompub/tombstones/", StringComparison.OrdinalIgnoreCase))
            ? root.Start
            : null;

    private static bool IsDocument(string before) =>
        before.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || FrontMatter.Any(mark => before.AsSpan().TrimStart().StartsWith(mark, StringComparison.Ordinal));

    // What XML 1.0 §2.8 allows before the root.
    private static bool IsProlog(ReadOnlySpan<char> text)
    {
        for (text = text.TrimStart(); !text.IsEmpty; text = text.TrimStart())
        {
            var end = text switch
            {
                ['<', '?', ..] => text.IndexOf("?>", StringComparison.Ordinal) + 1,
                ['<', '!', '-', '-', ..] => text.IndexOf("-->", StringComparison.Ordinal) + 2,
                ['<', '!', ..] when text.Contains('[') => text.IndexOf("]>", StringComparison.Ordinal) + 1,
                ['<', '!', ..] => text.IndexOf('>'),
                _ => 0,
            };
            if (end < 3)
                return false;
            text = text[(end + 1)..];
        }

        return true;
    }

    [GeneratedRegex(@"<([\w.-]+:)?(rss|rdf|feed|channel)(?=[\s>/])", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Root();

    // NewsML-G2 has a channel too, and any XML may have a feed element; these are the roots that nothing else uses.
    [GeneratedRegex(@"\G<(rss[\s>]|rdf:RDF\s|feed\s[^>]*xmlns)", RegexOptions.None, MatchTimeout)]
    private static partial Regex CertainRoot();
}
