using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

public sealed class OperationTests(CompiledTemplates templates)
{
    [Fact]
    public void Raw_files_become_cool_after_30_days_and_archived_after_180_unless_set_otherwise()
    {
        var days = templates.Main["parameters"]!["rawFileDays"]!["defaultValue"]!;
        Assert.Equal((30, 180, 0), ((int)days["cool"]!, (int)days["archive"]!, (int)days["delete"]!));
        var policy = templates.Module("dataLifecycle").ToJsonString();
        Assert.Contains("tierToCool", policy, StringComparison.Ordinal);
        Assert.Contains("tierToArchive", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataLifecycle")]
    [InlineData("hostLifecycle")]
    public void Old_versions_of_blobs_go(string module) =>
        Assert.Contains("daysAfterCreationGreaterThan", templates.Module(module)["variables"]!["oldVersions"]!
            .ToJsonString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("failures")]
    [InlineData("failed-runs")]
    [InlineData("poison")]
    [InlineData("ledger-unbalanced")]
    [InlineData("quiet-source")]
    [InlineData("slow-endpoint")]
    public void An_alert_watches(string name) =>
        Assert.Contains(Rules, rule => (string?)rule!["name"] == name);

    [Fact]
    public void Lost_events_raise_an_alert()
    {
        var alert = templates.Only("Microsoft.Insights/metricAlerts");
        Assert.Contains("DeadLetteredCount", templates.Module("alerts").ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty(alert["properties"]!["actions"]!.AsArray());
    }

    [Fact]
    public void Every_alert_reaches_the_action_group()
    {
        var rule = templates.Only("Microsoft.Insights/scheduledQueryRules");
        Assert.NotEmpty(rule["properties"]!["actions"]!["actionGroups"]!.AsArray());
        Assert.Single(templates.OfType("Microsoft.Insights/actionGroups"));
    }

    [Fact]
    public void Cost_has_a_budget_that_tells_before_it_is_spent_and_outlives_a_second_deployment()
    {
        var budget = templates.Only("Microsoft.Consumption/budgets");
        Assert.NotNull(budget["@options"]?["onlyIfNotExists"]);
        var notices = budget["properties"]!["notifications"]!.AsObject();
        Assert.Contains(notices, notice => (string?)notice.Value!["thresholdType"] == "Forecasted");
        Assert.All(notices, notice => Assert.NotEmpty(notice.Value!["contactGroups"]!.AsArray()));
    }

    [Fact]
    public void Blobs_queues_tables_events_and_the_app_report_to_the_workspace()
    {
        var settings = templates.OfType("Microsoft.Insights/diagnosticSettings").Select(setting => setting["properties"]!).ToList();
        Assert.Equal(5, settings.Count);
        Assert.All(settings, setting => Assert.Equal("[parameters('workspaceId')]", (string?)setting["workspaceId"]));
        Assert.DoesNotContain("false", string.Concat(settings.Select(setting => setting.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_can_be_tagged_is_tagged()
    {
        var untagged = new[] { "Microsoft.Authorization/roleAssignments", "Microsoft.Insights/diagnosticSettings",
            "Microsoft.Consumption/budgets", "Microsoft.Resources/deployments" };
        var bare = templates.Main["resources"]!.AsObject().Select(pair => pair.Value!["properties"]?["template"]?["resources"])
            .OfType<JsonObject>().SelectMany(resources => resources.Select(pair => pair.Value!.AsObject()))
            .Where(resource => resource["existing"] is null && resource["tags"] is null && resource["location"] is not null);
        Assert.DoesNotContain(bare, resource => !untagged.Contains((string)resource["type"]!));
    }

    private JsonArray Rules => templates.Module("alerts")["variables"]!["rules"]!.AsArray();
}
