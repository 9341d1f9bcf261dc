using System.CommandLine;

namespace Pipeline.Benchmarks.Export;

/// <summary>The command lines of <c>export</c>, and of the endpoint that it starts.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles.", DefaultValueFactory = _ => 100_000 };
        var whole = new Option<bool>("--whole")
        {
            Description = "Export them whole, with their texts: two reads for each. Otherwise the fields of lists.",
        };
        var command = new Command("export", "What an export of the log takes in time and memory, in a process of its own.")
        {
            articles, whole,
        };
        command.SetAction((parsed, cancellationToken) =>
            ExportRun.RunAsync(parsed.GetValue(articles), parsed.GetValue(whole), Console.Out, cancellationToken));
        return command;
    }

    public static Command CreateEndpoint()
    {
        var connection = new Argument<string>("CONNECTION");
        var command = new Command("endpoint", "Serves until standard input ends; prints its address.") { connection };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Endpoint.StartAsync(parsed.GetValue(connection)!);
            await Console.Out.WriteLineAsync(app.Urls.Single());
            await Console.In.ReadToEndAsync(cancellationToken);
        });
        return command;
    }
}
