using System.CommandLine;
using Pipeline.Benchmarks;
using Pipeline.Benchmarks.Chaos;
using Pipeline.Benchmarks.Commits;
using Pipeline.Benchmarks.Costs;
using Pipeline.Benchmarks.Cpu;
using Pipeline.Benchmarks.Export;
using Pipeline.Benchmarks.Ingest;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Operations;
using Pipeline.Benchmarks.Poll;
using Pipeline.Benchmarks.Race;
using Pipeline.Benchmarks.Retaining;
using Pipeline.Benchmarks.Search;
using Pipeline.Benchmarks.Subscriptions;

// A plain measured run: what counts is the cost of whole articles and of the first one after a cold start, not of a method in a loop.
var enrichment = new Command("enrichment", "The cost of enrichment per article, whole and by step.");
enrichment.SetAction(_ => EnrichmentBenchmark.Run(Console.Out));
var language = new Command("language", "The cost of language detection, and its accuracy over PIPELINE_SENTENCES.");
language.SetAction(_ => LanguageBenchmark.Run(Console.Out));
var shape = new Option<string?>("--only") { Description = "Measure the shapes whose name contains this." };
var pages = new Command("pages", "The cost of web pages that are made to cost much.") { shape };
pages.SetAction(parsed => PagesBenchmark.Run(parsed.GetValue(shape), Console.Out));
var root = new RootCommand("Measures the pipeline.")
{
    enrichment, language, pages, OperationsCommand.Create(), RaceCommand.Create(), PollCommand.Create(), PollCommand.CreateWriter(),
    LoadCommand.Create(), ChaosCommand.Create(), CommitsCommand.Create(), IngestCommand.Create(), RetentionCommand.Create(),
    SearchCommand.Create(), SubscriptionsCommand.Create(), ExportCommand.Create(), ExportCommand.CreateEndpoint(), CostsCommand.Create(),
    CpuCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
