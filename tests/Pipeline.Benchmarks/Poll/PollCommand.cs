using System.CommandLine;

namespace Pipeline.Benchmarks.Poll;

/// <summary>The command lines of the proof of the polling contract, and of the writers that it starts.</summary>
internal static class PollCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles go in.", DefaultValueFactory = _ => 5_000 };
        var writers = new Option<int>("--writers") { Description = "How many processes take them in.", DefaultValueFactory = _ => 4 };
        var kills = new Option<int>(
            "--kills")
        { Description = "How often one of them is killed, and another hangs.", DefaultValueFactory = _ => 20 };
        var command = new Command(
            "poll", "Polls while writers are killed and hang; fails unless every commit comes exactly once.") { articles, writers, kills };
        command.SetAction(
            parsed => new PollProof(Console.Out, parsed.GetValue(articles), parsed.GetValue(writers), parsed.GetValue(kills)).RunAsync());
        return command;
    }

    public static Command CreateWriter()
    {
        var connection = new Argument<string>("CONNECTION");
        var command = new Command("writer", "One writer of that proof; standard input names its files.") { connection };
        command.Hidden = true;
        command.SetAction(parsed => Writer.RunAsync(parsed.GetValue(connection)!));
        return command;
    }
}
