namespace Pipeline.Evaluation;

/// <summary>The figures of one corpus, by name (<c>pages.f1</c>), with lines of detail for people.</summary>
internal sealed record EvaluationReport(IReadOnlyDictionary<string, double> Figures, IReadOnlyList<string> Details);
