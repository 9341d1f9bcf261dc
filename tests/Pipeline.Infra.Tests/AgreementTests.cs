using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Infra.Tests;

/// <summary>What the templates and the code must call by one name.</summary>
public sealed partial class AgreementTests(CompiledTemplates templates)
{
    private static readonly StorageSettings Settings = new();

    [Fact]
    public void The_app_may_use_the_containers_that_it_asks_for() =>
        Assert.Equal(
            [
                Settings.IncomingContainer, Settings.OverflowContainer, Settings.BackupContainer, Settings.SearchContainer,
                Settings.SubscriptionContainer,
            ],
            Names("appContainers"));

    [Fact]
    public void The_queues_of_the_code_exist() =>
        Assert.Equal(
            [Settings.Queue, $"{Settings.Queue}-poison", $"{Settings.Queue}-release", "webjobs-blobtrigger-poison"], Names("queues"));

    [Fact]
    public void The_tables_of_the_code_exist()
    {
        var names = Regex.Matches((string)templates.Main["variables"]!["tables"]!, "'([a-z]+)'").Select(match => match.Groups[1].Value);
        Assert.Equal(TableNames.All.Order(), names.Where(name => name != "table").Order());
        Assert.Contains($"'{Settings.TablePrefix}{{0}}'", (string)templates.Main["variables"]!["tables"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_and_workbook_ask_for_metrics_that_the_pipeline_emits()
    {
        var asked = MetricName().Matches(templates.Module("alerts").ToJsonString() + templates.Module("workbook").ToJsonString())
            .Select(match => match.Value).ToHashSet();
        Assert.NotEmpty(asked);
        Assert.Subset(Emitted(), asked);
    }

    [Fact]
    public void Every_metric_is_in_the_readme_of_the_operator()
    {
        var told = MetricName().Matches(File.ReadAllText(Path.Combine(Bicep.Folder, "README.md"))).Select(match => match.Value).ToHashSet();
        Assert.Subset(told, Emitted().Where(name => name.StartsWith("pipeline.", StringComparison.Ordinal)).ToHashSet());
    }

    private static HashSet<string> Emitted()
    {
        var emitted = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => emitted.Add(instrument.Name) };
        PipelineTelemetry.RecordPoisonDepth(0);
        _ = new StorageOperations();
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(StorageOperations).TypeHandle);
        listener.Start();
        return emitted;
    }

    private IEnumerable<string> Names(string variable) =>
        templates.Main["variables"]![variable]!.AsArray().Select(name => Value((string)name!));

    private string Value(string name) => name.StartsWith("[variables('", StringComparison.Ordinal)
        ? (string)templates.Main["variables"]![name["[variables('".Length..^"')]".Length]]!
        : name;

    [GeneratedRegex(@"pipeline\.[a-z]+(\.[a-z]+)*")]
    private static partial Regex MetricName();
}
