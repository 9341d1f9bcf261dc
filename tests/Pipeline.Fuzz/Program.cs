using System.CommandLine;
using Pipeline.Fuzz;

var seconds = new Option<int>("--seconds") { Description = "How long to go on.", DefaultValueFactory = _ => 60 };
var inputs = new Option<int?>("--inputs") { Description = "Stop after so many inputs instead, however long they take." };
var atOnce = new Option<int>("--at-once") { Description = "How many threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
var seed = new Option<int?>("--seed") { Description = "Repeats a run (default: a new one, which is printed)." };
var only = new Option<string?>("--only") { Description = "Run one target." };
only.AcceptOnlyFromAmong([.. FuzzTargets.All.Select(target => target.Name)]);
var pumped = new Option<int>("--pumped")
{
    Description = "Of a hundred inputs, how many have a field pumped to 300 KB instead of bytes changed.",
    DefaultValueFactory = _ => 30,
};
var corpus = new Option<DirectoryInfo?>(
    "--corpus")
{ Description = "A folder of files to begin from (default: the golden inputs of the tests)." };
var keep = new Option<DirectoryInfo?>("--keep") { Description = "Write every input that does harm to this folder." };
var command = new RootCommand(
    "Sends damaged and swollen inputs through the parsers, the enricher, cursors and filters. An exception that escapes, two seconds of "
    + "processor time or 300 MB for one input is harm: it is printed, and the exit code is 1.")
{
    seconds, inputs, atOnce, seed, only, pumped, corpus, keep,
};
command.SetAction((parsed, cancellationToken) =>
{
    var settings = new FuzzSettings
    {
        Duration = parsed.GetValue(inputs) is null ? TimeSpan.FromSeconds(parsed.GetValue(seconds)) : TimeSpan.MaxValue,
        Inputs = parsed.GetValue(inputs) ?? int.MaxValue,
        AtOnce = parsed.GetValue(atOnce),
        Seed = parsed.GetValue(seed) ?? Random.Shared.Next(),
        Only = parsed.GetValue(only),
        PumpedPercent = parsed.GetValue(pumped),
        Corpus = parsed.GetValue(corpus)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "Corpus"),
        Keep = parsed.GetValue(keep)?.FullName,
    };
    return Task.FromResult(new FuzzRun(settings, Console.Out).Run(cancellationToken));
});
return await command.Parse(args).InvokeAsync();
