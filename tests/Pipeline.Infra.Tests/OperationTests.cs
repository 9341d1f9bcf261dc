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

    [Fact]
    public void A_step_of_zero_days_is_left_out_of_the_life_of_raw_files()
    {
        var raw = (string)templates.Module("dataLifecycle")["variables"]!["raw"]!;
        Assert.All(["cool", "archive", "delete"], step =>
            Assert.Contains($"if(greater(parameters('rawFiles').{step}, 0)", raw, StringComparison.Ordinal));
    }

    [Fact]
    public void Backups_go_after_their_days()
    {
        var parameters = templates.Main["resources"]!["dataLifecycle"]!["properties"]!["parameters"]!;
        Assert.Contains("backupDays", parameters["backups"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("old-backups", templates.Module("dataLifecycle").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_is_one_region_however_it_is_written()
    {
        Assert.Equal("[toLower(replace(parameters('location'), ' ', ''))]", (string?)templates.Main["variables"]!["region"]);
        Assert.Contains("variables('region')", (string)templates.Main["variables"]!["suffix"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_deploys_may_drop_files() =>
        Assert.Contains(
            "deployer().objectId", templates.Main["parameters"]!["dropperPrincipalIds"]!["defaultValue"]!.ToJsonString(),
            StringComparison.Ordinal);

    [Fact]
    public void The_workbook_falls_back_on_the_workspace() =>
        Assert.Contains("'WORKSPACE_ID', parameters('workspaceId')", templates.Module("workbook").ToJsonString().Replace(
            "\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Cost_has_a_budget_that_tells_before_it_is_spent_and_outlives_a_second_deployment()
    {
        var budget = templates.Only("Microsoft.Consumption/budgets");
        Assert.NotNull(budget["@options"]?["onlyIfNotExists"]);
        Assert.Equal("[greater(parameters('monthlyBudget'), 0)]", (string?)templates.Main["resources"]!["budget"]!["condition"]);
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
}
