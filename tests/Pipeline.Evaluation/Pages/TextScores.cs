using System.Globalization;

namespace Pipeline.Evaluation.Pages;

/// <summary>The text scores of a set's pages: precision and recall are averaged, and F1 is taken from the averages.</summary>
internal sealed record TextScores(IReadOnlyList<CorpusPage> Pages, IReadOnlyList<ShingleScore> Scores)
{
    // Below this a page's text is a fault to look at.
    private const double Good = 0.95;

    public IEnumerable<(string Name, double Value)> Figures()
    {
        var (precision, recall) = (Scores.Average(score => score.Precision), Scores.Average(score => score.Recall));
        return [("f1", ShingleScore.Harmonic(precision, recall)), ("precision", precision), ("recall", recall)];
    }

    /// <summary>Worst first, by what is the matter: text is missing, something else is taken for it, or both.</summary>
    public IEnumerable<Miss> Misses() => Pages.Zip(Scores, (page, score) => (page, score))
        .Where(pair => pair.score.F1 < Good)
        .OrderBy(pair => pair.score.F1)
        .Select(pair => new Miss(KindOf(pair.score), string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.score.F1:0.000} (P {pair.score.Precision:0.000} R {pair.score.Recall:0.000}) {pair.page.Key} {pair.page.Url}")));

    private static string KindOf(ShingleScore score) =>
        score.Recall == 0 ? "text: nothing of it"
        : score.Recall < Good && score.Precision < Good ? "text: lost and added"
        : score.Recall < score.Precision ? "text: lost"
        : "text: added";
}
