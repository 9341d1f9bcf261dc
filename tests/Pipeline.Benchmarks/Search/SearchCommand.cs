using System.CommandLine;

namespace Pipeline.Benchmarks.Search;

/// <summary>The command line of <c>search</c>.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles.", DefaultValueFactory = _ => 100_000 };
        var months = new Option<int>("--months") { Description = "Over how many months.", DefaultValueFactory = _ => 4 };
        var built = new Option<int?>("--built")
        {
            Description = "How many of the months are built; the others are copies of these. Building takes most of the time.",
        };
        var command = new Command("search", "What the search index takes in space and time, and how long queries take.")
        {
            articles, months, built,
        };
        command.SetAction(parsed => SearchRun.Run(
            parsed.GetValue(articles), parsed.GetValue(months), parsed.GetValue(built), Console.Out));
        return command;
    }
}
