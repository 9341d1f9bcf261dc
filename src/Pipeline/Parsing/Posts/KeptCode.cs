using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>Takes code out of a text while its template syntax is read, and puts it back: posts show such syntax in their code.</summary>
internal sealed partial class KeptCode
{
    private const char Open = '\ue000';
    private const char Close = '\ue001';

    private readonly List<string> kept = [];

    /// <summary>The text with a mark for each piece of code.</summary>
    public string TakeFrom(string text) =>
        TakeElements(TakeElements(Fenced().Replace(Marks().Replace(text, ""), found => Keep(found.Value)), "pre"), "code");

    private string TakeElements(string text, string name)
    {
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf($"<{name}", position, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var end = text.IndexOf($"</{name}>", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                break;
            end += name.Length + 3;
            result.Append(text, position, start - position).Append(Keep(text[start..end]));
            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>A mark that stands for the text.</summary>
    public string Keep(string text)
    {
        kept.Add(text);
        return $"{Open}{kept.Count - 1}{Close}";
    }

    /// <summary>The text with the code in place of the marks; what is kept may hold marks of what was kept before it.</summary>
    public string PutBackInto(string text) => text.Contains(Open, StringComparison.Ordinal)
        ? Mark().Replace(
            text, found => int.TryParse(found.Groups[1].ValueSpan, out var index) && index < kept.Count ? PutBackInto(kept[index]) : "")
        : text;

    [GeneratedRegex(
        @"^(?<fence>(?>`{3,}|~{3,}))[^\n]*\n(?>(?:(?!\k<fence>)[^\n]*\n)*)[^\n]*$|`[^`\n]{1,500}`",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\ue000(\d{1,9})\ue001", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\ue000\ue001]", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Marks();
}
