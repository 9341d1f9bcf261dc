using System.Text;
using System.Xml;

namespace Pipeline.Parsing.Xml;

/// <summary>
/// Makes well-formed XML of malformed XML: closes what is open, drops what closes nothing, escapes stray ampersands and angle
/// brackets, resolves HTML's character names, declares missing prefixes, removes characters that XML forbids, and ends a truncated
/// document. Takes time in proportion to the text.
/// </summary>
internal sealed class XmlRepair
{
    // Markup that writers of HTML leave open; inside a feed's text it must not swallow what follows.
    private static readonly HashSet<string> NeverClosed = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "wbr" };

    // What holds text only: opened twice in a row, the second tag is an end tag that lacks its slash.
    private static readonly HashSet<string> NeverInItself = new(
        StringComparer.OrdinalIgnoreCase) { "title", "link", "guid", "id", "pubDate", "published", "updated", "author", "category",
            "description", "summary" };

    private readonly StringBuilder output = new();
    private readonly List<OpenElement> open = [];
    private readonly Dictionary<string, int> openNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly string text;
    private readonly int depth;
    private int position;
    private bool ended;
    private bool sectionsEnd = true;

    private XmlRepair(string text, int depth) => (this.text, this.depth) = (text, depth);

    /// <summary>Well-formed XML with the elements and texts that could be made out.</summary>
    /// <exception cref="XmlException">Elements nest deeper than <paramref name="depth"/>.</exception>
    public static string Repair(string text, int depth) => new XmlRepair(text, depth).Run();

    private string Run()
    {
        while (position < text.Length && !ended)
            Step();
        while (open.Count > 0)
            CloseLast();
        return output.ToString();
    }

    private void Step()
    {
        if (text[position] != '<')
            TakeText();
        else if (StartsWith("<![CDATA["))
            TakeCharacterData();
        else if (StartsWith("<!--"))
            SkipPast("-->");
        else if (StartsWith("<?"))
            SkipPast(">");
        else if (StartsWith("<!"))
            SkipDeclaration();
        else if (Tag.Read(text, position) is { } tag && !IsCutShort(tag))
            TakeTag(tag);
        else
            TakeStray();
    }

    private void TakeText()
    {
        var next = text.IndexOf('<', position);
        var end = next < 0 ? text.Length : next;
        if (open.Count > 0)
            XmlText.AppendRepaired(output, text.AsSpan(position, end - position));
        position = end;
    }

    private void TakeCharacterData()
    {
        var start = position + "<![CDATA[".Length;
        var first = sectionsEnd ? text.IndexOf("]]>", start, StringComparison.Ordinal) : -1;
        sectionsEnd = first >= 0;
        var close = first < 0 || text.AsSpan(start, first - start).IndexOf("<![CDATA[") < 0 ? first : EndOfOuterSection(start, first);
        var end = close < 0 ? EndOfOpenElement(start) : close;
        if (open.Count > 0)
            XmlText.AppendEscaped(output, text.AsSpan(start, end - start));
        position = close < 0 ? end : end + 3;
    }

    // Where a section holds another, it ends with its element, unless that has ended before the inner one begins.
    private int EndOfOuterSection(int start, int first)
    {
        var end = EndOfOpenElement(start);
        return end < first || end == text.Length ? first
            : Math.Max(first, text.LastIndexOf("]]>", end - 1, end - first, StringComparison.Ordinal));
    }

    // A section without an end is taken to end with its element.
    private int EndOfOpenElement(int start)
    {
        var end = open.Count > 0 ? text.IndexOf($"</{open[^1].Name}", start, StringComparison.Ordinal) : -1;
        return end < 0 ? text.Length : end;
    }

    private void SkipPast(string mark)
    {
        var end = text.IndexOf(mark, position, StringComparison.Ordinal);
        position = end < 0 ? text.Length : end + mark.Length;
    }

    // The internal subset of a document type stands in brackets and holds angle brackets of its own. It comes before the root.
    private void SkipDeclaration()
    {
        var end = text.IndexOf('>', position);
        var hasSubset = open.Count == 0 && end >= 0 && text.AsSpan(position, end - position).Contains('[');
        var close = hasSubset ? text.IndexOf("]>", position, StringComparison.Ordinal) + 1 : 0;
        position = end < 0 ? text.Length : Math.Max(end, close) + 1;
    }

    // Words behind a bracket that the end of their element cuts short are text: "if x <y then stop</title>".
    private bool IsCutShort(Tag tag) =>
        open.Count > 0 && !tag.Closes && text[tag.End - 1] != '>' && tag.Attributes.All(attribute => attribute.Key == attribute.Value)
            && string.Compare(text, tag.End, $"</{open[^1].Name}", 0, open[^1].Name.Length + 2, StringComparison.OrdinalIgnoreCase) == 0;

    private void TakeStray()
    {
        if (open.Count > 0)
            output.Append("&lt;");
        position++;
    }

    private void TakeTag(Tag tag)
    {
        position = tag.End;
        if (tag.Closes)
            Close(tag.Name);
        else
            Open(tag);
    }

    private void Open(Tag tag)
    {
        if (open.Count >= depth)
            throw new XmlException($"elements nest deeper than {depth}");
        if (open.Count > 0 && open[^1].Name == tag.Name && !tag.IsEmpty && tag.Attributes.Count == 0 && NeverInItself.Contains(tag.Name))
        {
            CloseLast();
            if (!ClosesNext(tag))
                return;
        }

        CloseOpenItemBefore(tag.Name);
        if (open.Count > 0 && UnclosedFacts.EndsAt(open[^1].Name, tag))
            CloseLast();
        var element = new OpenElement(tag.Name, open.Count > 0 ? open[^1] : null);
        open.Add(element);
        openNames[tag.Name] = openNames.GetValueOrDefault(tag.Name) + 1;
        element.AppendStart(output, tag.Attributes);
        if (tag.IsEmpty || NeverClosed.Contains(tag.Name))
            CloseLast();
    }

    // What a closing tag of its own follows is a second element behind one that was never closed.
    private bool ClosesNext(Tag tag) =>
        text.IndexOf('<', tag.End) is >= 0 and var next
            && string.Compare(text, next, $"</{tag.Name}", 0, tag.Name.Length + 2, StringComparison.Ordinal) == 0;

    // An item never holds another: where one starts, the last one ended without saying so.
    private void CloseOpenItemBefore(string name)
    {
        if (name is "item" or "entry" && open.Exists(element => element.Name == name))
            Close(name);
    }

    private void Close(string name)
    {
        // Most of what closes nothing is found out without looking through all that is open.
        if (openNames.GetValueOrDefault(name) == 0)
            return;
        var index = open.FindLastIndex(element => element.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        while (index >= 0 && open.Count > index)
            CloseLast();
    }

    private void CloseLast()
    {
        output.Append("</").Append(open[^1].WrittenName).Append('>');
        openNames[open[^1].Name]--;
        open.RemoveAt(open.Count - 1);
        ended = open.Count == 0;
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(text, position, mark, 0, mark.Length) == 0;
}
