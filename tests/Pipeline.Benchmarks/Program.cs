using Pipeline.Benchmarks;

// A plain measured run: what counts is the cost of whole articles and of the first one after a cold start, not of a method in a loop.
switch (args.FirstOrDefault())
{
    case "enrichment":
        EnrichmentBenchmark.Run(Console.Out);
        return 0;
    case "language":
        LanguageBenchmark.Run(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Pipeline.Benchmarks -- enrichment|language");
        return 2;
}
