using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>How much running text stands in each element of a tree, in characters; links and scraps count for nothing.</summary>
internal sealed class Prose
{
    // Below this a text is a label unless it ends like a sentence; the numbers are those of common readability algorithms, halved for
    // sentences.
    private const int MinParagraphLength = 80;
    private const int MinSentenceLength = 25;
    private const double MostlyLinks = 0.6;

    private readonly Dictionary<IElement, int> below;
    private readonly Dictionary<IElement, int> paragraphs = new(ReferenceEqualityComparer.Instance);

    /// <param name="root">The tree.</param>
    /// <param name="lines">Its lines.</param>
    public Prose(IElement root, IReadOnlyList<Line> lines)
    {
        foreach (var block in lines.GroupBy(line => line.Block, ReferenceEqualityComparer.Instance))
            Add((IElement)block.Key!, [.. block]);
        below = Subtotals.SumUnder(root, paragraphs);
        Total = In(root);
    }

    public int Total { get; }

    /// <summary>The innermost blocks that hold the prose, with how much each holds.</summary>
    public IReadOnlyDictionary<IElement, int> Paragraphs => paragraphs;

    public int In(IElement element) => below.GetValueOrDefault(element);

    /// <summary>The element's part of all the prose, from 0 to 1.</summary>
    public double Share(IElement element) => Total == 0 ? 0 : (double)In(element) / Total;

    /// <summary>What the line counts for.</summary>
    public static int Measure(Line line) => line.IsHeading ? 0 : Measure(Weight(line.Text), line.LinkShare, line.EndsLikeSentence);

    private static int Measure(double weight, double linkShare, bool isSentence)
    {
        var plain = weight * (1 - linkShare);
        return plain < MinSentenceLength || (plain < MinParagraphLength && !isSentence) || linkShare > MostlyLinks ? 0 : (int)plain;
    }

    private void Add(IElement block, IReadOnlyList<Line> lines)
    {
        // Verses, results and tables of stages are paragraphs whose lines are short: only together do they count.
        var prose = lines[0].IsHeading ? 0
            : Measure(lines.Sum(line => Weight(line.Text)),
                (double)lines.Sum(line => line.LinkLength) / lines.Sum(line => line.Text.Length), lines.Any(line => line.EndsLikeSentence));
        if (prose > 0)
            paragraphs[block] = prose;
    }

    // An ideograph says about as much as two and a half letters.
    private static double Weight(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2e80', '\ufaff'))
            return text.Length;
        return text.Length + (1.5 * text.Count(character => character is >= '\u2e80' and <= '\ud7ff' or >= '\uf900' and <= '\ufaff'));
    }
}
