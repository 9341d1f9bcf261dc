using Pipeline.Evaluation.Copies;

namespace Pipeline.Evaluation;

/// <summary>What the command line asks for.</summary>
/// <param name="Corpus">The folder of the sets.</param>
/// <param name="Only">The sets to run; all where it is empty.</param>
/// <param name="Json">Where to write the figures.</param>
/// <param name="Dump">The folder for what the pipeline produced.</param>
/// <param name="PrintMisses">Whether to print each fault.</param>
/// <param name="Arrival">How articles arrive where copies are looked for.</param>
internal sealed record EvaluationOptions(
    string? Corpus, IReadOnlyList<string> Only, string? Json, string? Dump, bool PrintMisses, ArrivalOptions Arrival);
