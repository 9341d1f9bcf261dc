using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Tells, in one pass, whether a Markdown text has so many emphasis marks in its paragraphs that rendering it would cost minutes:
/// Markdig 1.6 looks through all open marks of a paragraph for each new one (3,000 in one took it 0.3 s, and the time grows with
/// the square).
/// </summary>
internal static partial class EmphasisCost
{
    // About three seconds. A paragraph of a real post has a few dozen marks, so that a thousand such paragraphs reach a hundredth of this.
    private const long Highest = 100_000_000;

    public static bool IsTooHigh(string markdown)
    {
        long cost = 0;
        long marks = 0;
        foreach (var found in MarkOrBlankLine().EnumerateMatches(markdown))
        {
            marks = markdown[found.Index] == '\n' ? 0 : marks + 1;
            // The sum of the first n odd numbers is the square of n.
            cost += marks > 0 ? (2 * marks) - 1 : 0;
        }

        return cost > Highest;
    }

    [GeneratedRegex(@"\n[ \t\r]*\n|[*_~^+=]+")]
    private static partial Regex MarkOrBlankLine();
}
