using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

public sealed class RoleTests(CompiledTemplates templates)
{
    /// <summary>The built-in roles over data; none of them can read a key or change a resource's settings.</summary>
    private static readonly Dictionary<string, string> DataRoles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private IEnumerable<JsonObject> Assignments => templates.OfType("Microsoft.Authorization/roleAssignments");

    [Fact]
    public void Every_assignment_names_one_resource_as_its_scope() =>
        Assert.All(Assignments, assignment => Assert.Matches(
            "^\\[resourceId\\('Microsoft\\.(Storage/storageAccounts|Insights/components)", (string?)assignment["scope"]));

    [Fact]
    public void Every_role_is_a_role_over_data()
    {
        var text = templates.Main.ToJsonString();
        var guids = System.Text.RegularExpressions.Regex
            .Matches(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").Select(match => match.Value).ToHashSet();
        Assert.Equal(DataRoles.Keys.Order(), guids.Order());
    }

    [Fact]
    public void Owner_of_blobs_is_given_on_the_host_account_only()
    {
        Assert.Contains("b7e6dc6d-", templates.Module("hostRoles").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("b7e6dc6d-", templates.Module("dataRoles").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Blobs_of_the_data_account_are_opened_container_by_container()
    {
        var blobs = templates.Module("dataRoles")["resources"]!.AsObject()
            .Where(pair => pair.Value!["properties"]?["roleDefinitionId"]?.ToString()
                .Contains("blobDataContributor", StringComparison.Ordinal) == true);
        Assert.Equal(2, blobs.Count());
        Assert.All(blobs, pair => Assert.Contains("containers", (string)pair.Value!["scope"]!, StringComparison.Ordinal));
    }
}
