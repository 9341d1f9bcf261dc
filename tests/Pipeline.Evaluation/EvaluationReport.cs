namespace Pipeline.Evaluation;

/// <summary>What one set came to.</summary>
/// <param name="Figures">By name: <c>pages.f1</c>.</param>
internal sealed record EvaluationReport(IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Lines for people, printed at every run.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Every fault that the figures count, printed on request.</summary>
    public IReadOnlyList<Miss> Misses { get; init; } = [];

    /// <summary>A report whose figures are named after the set.</summary>
    public static EvaluationReport For(string set, IEnumerable<(string Name, double Value)> figures, IEnumerable<Miss> misses) =>
        new(figures.ToDictionary(figure => $"{set}.{figure.Name}", figure => figure.Value)) { Misses = [.. misses] };
}

/// <summary>One fault.</summary>
/// <param name="Kind">What faults are counted by.</param>
/// <param name="Text">Where it is, and what was wanted and seen.</param>
internal sealed record Miss(string Kind, string Text);
