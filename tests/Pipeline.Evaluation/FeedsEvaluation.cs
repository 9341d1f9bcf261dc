namespace Pipeline.Evaluation;

/// <summary>Runs the <c>feeds</c> corpus.</summary>
internal static class FeedsEvaluation
{
    /// <param name="folder">The corpus's <c>feeds</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{folder} {dump} {cancellationToken}");
}
