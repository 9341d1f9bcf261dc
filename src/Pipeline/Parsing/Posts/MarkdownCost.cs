using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Tells, in one pass, whether rendering a Markdown text would cost minutes. Markdig 1.6 looks through all open emphasis marks of a
/// block for each new one, and through the rest of the block for the end of each link, tag, code and bare address that begins in it:
/// both grow with the square of the block. So do the cells of a line that aligns the columns of a table, and containers
/// (<c>:::note</c>), each of which is asked for each line until it is closed, and underlined headings, each of which is looked up among
/// all blocks.
/// </summary>
internal static partial class MarkdownCost
{
    // Seconds. A block of a real post has a few dozen marks in a few thousand characters, a thousandth of this for a thousand blocks.
    private const long MaxPairs = 100_000_000;

    // Of bare addresses 200 million cost a second of the processor.
    private const long MaxCharacterSteps = 250_000_000;

    // A quarter of a second where they stand in one line; no table of a post has a hundredth of them.
    private const int MaxColumns = 10_000;

    // Markdig refuses 128 levels, but goes through what is left of the line for each of them before.
    private const int MaxMarkersInLine = 200;

    // A quarter of a second where none is closed; a long manual has a tenth of them, closed.
    private const int MaxContainers = 1_000;

    // A book has a tenth of them; ten times as many take half a second.
    private const int MaxUnderlines = 5_000;

    public static bool IsTooHigh(string markdown) => HasTooManyMarkers(markdown) || CostsTooMuch(markdown);

    // Of lists and quotations, each inside the one before it, of containers and of headings.
    private static bool HasTooManyMarkers(string markdown)
    {
        var (containers, underlines) = (0, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var rest = line.TrimStart();
            var markers = 0;
            while (rest is ['-' or '*' or '+' or '>', ..] && ++markers <= MaxMarkersInLine)
                rest = rest[1..].TrimStart();
            // What has no name closes one.
            if (rest.StartsWith(":::", StringComparison.Ordinal) && rest.TrimEnd().ContainsAnyExcept(':'))
                containers++;
            if (line.Trim(" \t>") is { Length: > 0 } bare && !bare.ContainsAnyExcept('-', '='))
                underlines++;
            if (markers > MaxMarkersInLine || containers > MaxContainers || underlines > MaxUnderlines)
                return true;
        }

        return false;
    }

    private static bool CostsTooMuch(string markdown)
    {
        var (pairs, steps, marks, openings, start, columns) = (0L, 0L, 0L, 0L, 0, 0);
        foreach (var found in MarkOrNewBlock().EnumerateMatches(markdown))
        {
            switch (markdown[found.Index])
            {
                case '\n':
                    steps += openings * (found.Index - start);
                    (marks, openings, start) = (0, 0, found.Index);
                    break;
                case ':' when markdown[found.Index + 1] == '|':
                    columns++;
                    break;
                case '*' or '_' or '~' or '^' or '+' or '=':
                case ':' when markdown[found.Index + 1] == ':':
                    // The sum of the first n odd numbers is the square of n.
                    pairs += (2 * ++marks) - 1;
                    break;
                default:
                    openings++;
                    break;
            }
        }

        steps += openings * (markdown.Length - start);
        return pairs > MaxPairs || steps > MaxCharacterSteps || columns > MaxColumns;
    }

    // A blank line ends a block, and so does a line that begins a list item or a heading; a line of a quotation goes on with the one
    // before it. Two colons mark a container within a line, as two stars do emphasis.
    [GeneratedRegex(
        @"\n(?>[ \t>]*)(?:[\r\n]|[-*+#][ \t]|\d{1,9}[.)][ \t])|[*_~^+=]+|:{2,}(?!\|)|[\[<!`]|:\||://|mailto:|tel:|www\.",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex MarkOrNewBlock();
}
