using System.CommandLine;
using Pipeline.Evaluation;

var corpus = new Option<DirectoryInfo?>(
    "--corpus")
{ Description = "A folder laid out like the evaluation corpora (default: PIPELINE_CORPUS)." };
var only = new Option<string?>("--only") { Description = "Run one corpus." };
only.AcceptOnlyFromAmong([.. Evaluations.Names]);
var json = new Option<FileInfo?>("--json") { Description = "Write the figures to this file." };
var dump = new Option<DirectoryInfo?>("--dump") { Description = "Write what the pipeline produced to this folder." };
var orders = new Option<int>("--orders")
{
    Description =
    "Other orders in which the dedup corpus arrives: backwards first, then random ones.",
    DefaultValueFactory = _ => 3
};
var command = new RootCommand(
    "Sends evaluation corpora through the real stages and compares the figures with floors.json.") { corpus, only, json, dump, orders };
command.SetAction((parsed, cancellationToken) => Evaluations.RunAsync(
    parsed.GetValue(corpus)?.FullName ?? Environment.GetEnvironmentVariable("PIPELINE_CORPUS"),
    parsed.GetValue(only),
    parsed.GetValue(json)?.FullName,
    parsed.GetValue(dump)?.FullName,
    parsed.GetValue(orders),
    cancellationToken));
return await command.Parse(args).InvokeAsync();
