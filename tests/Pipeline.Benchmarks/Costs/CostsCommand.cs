using System.CommandLine;

namespace Pipeline.Benchmarks.Costs;

/// <summary>The command line of what a million articles cost, by the figures of <c>infra/README.md</c> or others.</summary>
internal static class CostsCommand
{
    public static Command Create()
    {
        var command = new Command("costs", "What a million articles cost, as the table of infra/README.md.");
        var options = MeasuredFigures.Names.Select(figure => new Option<double>($"--{figure.Name}")
        {
            Description = figure.Meaning,
            DefaultValueFactory = _ => figure.Value,
        }).ToList();
        options.ForEach(command.Options.Add);
        command.SetAction(parsed =>
        {
            var figures = options.ToDictionary(
                option => option.Name.TrimStart('-'), option => parsed.GetValue(option), StringComparer.Ordinal);
            CostTable.Write(new MeasuredFigures(figures), Console.Out);
        });
        return command;
    }
}
