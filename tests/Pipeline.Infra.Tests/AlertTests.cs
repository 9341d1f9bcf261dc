using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Infra.Tests;

public sealed partial class AlertTests(CompiledTemplates templates)
{
    private JsonObject Alerts => templates.Module("alerts");

    private IEnumerable<JsonObject> Rules => Compiled("rules").Select(rule => rule!.AsObject());

    private IEnumerable<string> Names =>
        Rules.Concat(Compiled("topicMetrics").Select(alert => alert!.AsObject())).Select(alert => (string)alert["name"]!)
            .Concat(["throttling", "unreachable"]);

    [Theory]
    [InlineData("failures")]
    [InlineData("failed-runs")]
    [InlineData("poison")]
    [InlineData("ledger-unbalanced")]
    [InlineData("backlog")]
    [InlineData("late")]
    [InlineData("catalog-conflicts")]
    [InlineData("retention-lag")]
    [InlineData("no-backup")]
    [InlineData("quiet-source")]
    [InlineData("failing-feeds")]
    [InlineData("late-feeds")]
    [InlineData("slow-endpoint")]
    [InlineData("log-cap")]
    [InlineData("failed-deliveries")]
    [InlineData("dead-letters")]
    [InlineData("dropped-events")]
    public void An_alert_watches(string name) => Assert.Contains(name, Names);

    [Fact]
    public void Every_alert_has_its_page_in_the_runbook_and_every_page_its_alert()
    {
        var pages = Page().Matches(Runbook()).Select(match => match.Groups[1].Value);
        Assert.Equal(Names.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_says_what_it_means_what_to_look_at_and_what_to_do() =>
        Assert.All(Page().Split(Runbook()).Skip(2).Where((_, index) => index % 2 == 0), page =>
            Assert.All(["**Means**", "**Look at**", "**Do**"], part => Assert.Contains(part, page, StringComparison.Ordinal)));

    [Fact]
    public void The_mail_of_every_query_names_its_page() =>
        Assert.All(Rules, rule => Assert.EndsWith($"RUNBOOK.md: {rule["name"]}.", (string)rule["description"]!, StringComparison.Ordinal));

    [Fact]
    public void A_window_is_longer_than_the_pause_between_two_looks_at_it() => Assert.All(Rules, rule => Assert.True(
        XmlConvert.ToTimeSpan((string)rule["window"]!) > XmlConvert.ToTimeSpan((string)rule["every"]!), (string)rule["name"]!));

    [Fact]
    public void No_window_is_longer_than_the_two_days_that_the_service_takes() =>
        Assert.All(Rules, rule => Assert.InRange(XmlConvert.ToTimeSpan((string)rule["window"]!), TimeSpan.Zero, TimeSpan.FromDays(2)));

    [Fact]
    public void Every_threshold_of_a_query_is_replaced()
    {
        var queries = (string)Alerts["variables"]!["queries"]!;
        var placeholders =
            Placeholder().Matches(string.Concat(Rules.Select(rule => (string)rule["query"]!))).Select(match => match.Value).ToHashSet();
        Assert.NotEmpty(placeholders);
        Assert.All(placeholders, placeholder => Assert.Contains($"'{placeholder}'", queries, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quiet_source_is_named_by_its_alert() =>
        Assert.Equal(
            ["source"], Rules.Single(rule => (string?)rule["name"] == "quiet-source")["by"]!.AsArray().Select(name => (string)name!));

    [Fact]
    public void Every_alert_reaches_the_action_group()
    {
        Assert.NotEmpty(templates.Only("Microsoft.Insights/scheduledQueryRules")["properties"]!["actions"]!["actionGroups"]!.AsArray());
        Assert.All(templates.OfType("Microsoft.Insights/metricAlerts"),
            alert => Assert.NotEmpty(alert["properties"]!["actions"]!.AsArray()));
        Assert.Single(templates.OfType("Microsoft.Insights/actionGroups"));
    }

    [Fact]
    public void The_endpoint_is_asked_from_several_places()
    {
        var probe = templates.Only("Microsoft.Insights/webtests")["properties"]!;
        Assert.True(probe["Locations"]!.AsArray().Count > 2);
        Assert.Contains("/api/health", templates.Main.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Runbook() => File.ReadAllText(Path.Combine(Bicep.Folder, "RUNBOOK.md"));

    // A YAML file that is loaded becomes a variable of its own, which the named one refers to.
    private JsonArray Compiled(string variable) => Alerts["variables"]![variable] is JsonArray listed
        ? listed
        : Alerts["variables"]!.AsObject().Select(pair => pair.Value).OfType<JsonObject>()
            .Select(loaded => loaded[variable]).OfType<JsonArray>().Single();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("[A-Z]+(_[A-Z]+)+")]
    private static partial Regex Placeholder();
}
