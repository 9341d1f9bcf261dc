using System.CommandLine;
using Pipeline.Evaluation;
using Pipeline.Evaluation.Copies;

var corpus = new Option<DirectoryInfo?>(
    "--corpus")
{ Description = "A folder laid out like the evaluation corpora (default: PIPELINE_CORPUS)." };
var only = new Option<string[]>("--only") { Description = "Run these sets.", AllowMultipleArgumentsPerToken = true };
only.AcceptOnlyFromAmong([.. Evaluations.Names]);
var json = new Option<FileInfo?>("--json") { Description = "Write the figures to this file." };
var dump = new Option<DirectoryInfo?>("--dump") { Description = "Write what the pipeline produced to this folder, a file for each set." };
var misses = new Option<bool>("--misses") { Description = "Print every fault, by kind; without it only how many there are of each kind." };
var order = new Option<ArrivalOrder>("--order")
{
    Description = "The order in which articles of dedup, outlets and reprints arrive: file, reversed or random:SEED.",
    CustomParser = ArrivalOrder.Parse,
    DefaultValueFactory = _ => ArrivalOrder.File,
};
var orders = new Option<int>("--orders")
{
    Description =
    "How many other orders are compared with that one: backwards first, then random ones.",
    DefaultValueFactory = _ => 3
};
var command = new RootCommand(
    "Sends evaluation corpora through the real stages and compares the figures with limits.json.") { corpus, only, json, dump, misses,
        order, orders };
command.SetAction((parsed, cancellationToken) => Evaluations.RunAsync(
    new EvaluationOptions(
        parsed.GetValue(corpus)?.FullName ?? Environment.GetEnvironmentVariable("PIPELINE_CORPUS"),
        parsed.GetValue(only) ?? [],
        parsed.GetValue(json)?.FullName,
        parsed.GetValue(dump)?.FullName,
        parsed.GetValue(misses),
        new ArrivalOptions(parsed.GetValue(order)!, parsed.GetValue(orders))),
    cancellationToken));
return await command.Parse(args).InvokeAsync();
