using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Pipeline.Bounds;

namespace Pipeline.Parsing.Html;

/// <summary>
/// Stands between AngleSharp's tokenizer and its tree builder, measures the tree as it grows, and keeps tags from the builder
/// that would take it beyond the bounds.
/// </summary>
internal sealed class BoundedTreeBuilder(HtmlBounds bounds, TreeMeter meter)
{
    private const int TokensBetweenChecks = 256;

    // An end tag may close nothing, which shows only in the next element's depth. So often that may deepen the tree.
    private const int MaxSurprises = 100;

    // By HTML §13.1.2.4 and §13.1.2.
    private static readonly HashSet<string> Leaves = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot",
    };

    // What stands in these is no text of the document (HTML §13.2.5): it goes where their tags go.
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "xmp", "iframe", "noembed", "noframes",
    };

    private readonly Dictionary<string, int> dropped = new(StringComparer.OrdinalIgnoreCase);
    private string? skipped;
    private int depth;
    private int surprises;
    private int tokens;
    private bool hasClosed;

    private bool IsFull => meter.IsTooLarge || surprises > MaxSurprises;

    public TokenConsumptionResult Take(ref StructHtmlToken token, TokenConsumer next)
    {
        if (++tokens % TokensBetweenChecks == 0)
            CpuBudget.Check();
        var isKept = token.Type switch
        {
            HtmlTokenType.StartTag => skipped is null && KeepsStart(token.Name.ToString()),
            HtmlTokenType.EndTag => KeepsEnd(token.Name.ToString()),
            HtmlTokenType.Character => skipped is null,
            _ => !IsFull || token.Type == HtmlTokenType.EndOfFile,
        };
        if (isKept)
            Pass(ref token, next);
        return TokenConsumptionResult.Continue;
    }

    private void Pass(ref StructHtmlToken token, TokenConsumer next)
    {
        var before = meter.Newest;
        var isEnd = token.Type == HtmlTokenType.EndTag;
        next(ref token);
        hasClosed |= isEnd;
        if (ReferenceEquals(meter.Newest, before))
            return;
        depth = meter.Depth;
        hasClosed = isEnd;
        if (meter.IsTooDeep)
            surprises++;
    }

    private bool KeepsStart(string name)
    {
        var isLeaf = Leaves.Contains(name);
        if (meter.HasEnoughBases && name.Equals("base", StringComparison.OrdinalIgnoreCase))
            return false;
        if (!IsFull && (hasClosed || depth < bounds.Depth + (isLeaf ? TreeMeter.MoreForLeaves : 0)))
            return true;
        if (Raw.Contains(name))
            skipped = name;
        else if (!isLeaf)
            dropped[name] = dropped.GetValueOrDefault(name) + 1;
        return false;
    }

    // The end tag of an element that was dropped must close no other.
    private bool KeepsEnd(string name)
    {
        if (skipped is not null)
        {
            skipped = name.Equals(skipped, StringComparison.OrdinalIgnoreCase) ? null : skipped;
            return false;
        }

        if (IsFull)
            return false;
        if (dropped.GetValueOrDefault(name) == 0)
            return true;
        dropped[name]--;
        return false;
    }
}
