using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

public sealed class HardeningTests(CompiledTemplates templates)
{
    [Fact]
    public void Both_storage_accounts_take_no_key_no_stranger_and_no_old_TLS()
    {
        var accounts = templates.OfType("Microsoft.Storage/storageAccounts").Select(Properties).ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.False((bool)account["allowSharedKeyAccess"]!);
            Assert.False((bool)account["allowBlobPublicAccess"]!);
            Assert.False((bool)account["allowCrossTenantReplication"]!);
            Assert.True((bool)account["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string?)account["minimumTlsVersion"]);
        });
    }

    [Fact]
    public void Deleted_and_overwritten_blobs_can_be_had_back() =>
        Assert.All(templates.OfType("Microsoft.Storage/storageAccounts/blobServices").Select(Properties), blobs =>
        {
            Assert.True((bool)blobs["isVersioningEnabled"]!);
            Assert.True((bool)blobs["deleteRetentionPolicy"]!["enabled"]!);
            Assert.True((bool)blobs["containerDeleteRetentionPolicy"]!["enabled"]!);
        });

    [Fact]
    public void No_container_is_public() =>
        Assert.All(
            templates.OfType("Microsoft.Storage/storageAccounts/blobServices/containers").Select(Properties),
            container => Assert.Equal("None", (string?)container["publicAccess"]));

    [Fact]
    public void The_app_speaks_HTTPS_only_and_has_no_password()
    {
        var site = Properties(templates.Only("Microsoft.Web/sites"));
        Assert.True((bool)site["httpsOnly"]!);
        Assert.Equal("1.2", (string?)site["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("1.2", (string?)site["siteConfig"]!["scmMinTlsVersion"]);
        var publishing = templates.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, publishing.Count);
        Assert.All(publishing, policy => Assert.False((bool)Properties(policy)["allow"]!));
    }

    [Fact]
    public void The_app_is_NET_10_isolated_on_Flex_Consumption_with_a_user_assigned_identity()
    {
        Assert.Equal("FC1", (string?)templates.Only("Microsoft.Web/serverfarms")["sku"]!["name"]);
        var app = templates.Only("Microsoft.Web/sites");
        Assert.Equal("UserAssigned", (string?)app["identity"]!["type"]);
        var config = Properties(app)["functionAppConfig"]!;
        Assert.Equal("dotnet-isolated", (string?)config["runtime"]!["name"]);
        Assert.Equal("10.0", (string?)config["runtime"]!["version"]);
        Assert.Equal("UserAssignedIdentity", (string?)config["deployment"]!["storage"]!["authentication"]!["type"]);
    }

    [Fact]
    public void Telemetry_takes_Entra_tokens_only_and_has_a_cap()
    {
        Assert.True((bool)Properties(templates.Only("Microsoft.Insights/components"))["DisableLocalAuth"]!);
        var workspace = Properties(templates.Only("Microsoft.OperationalInsights/workspaces"));
        Assert.NotNull(workspace["workspaceCapping"]!["dailyQuotaGb"]);
        Assert.True((bool)workspace["features"]!["disableLocalAuth"]!);
    }

    [Fact]
    public void One_parameter_makes_the_network_private()
    {
        Assert.Equal("[parameters('privateNetwork')]", (string?)templates.Main["resources"]!["network"]!["condition"]);
        Assert.All(templates.OfType("Microsoft.Storage/storageAccounts").Select(Properties), account =>
            Assert.Equal("[if(parameters('privateNetwork'), 'Deny', 'Allow')]", (string?)account["networkAcls"]!["defaultAction"]));
        Assert.Single(templates.OfType("Microsoft.Network/privateEndpoints"));
    }

    [Fact]
    public void Droppers_reach_a_private_network_by_their_addresses()
    {
        var parameters = templates.Main["resources"]!["dataAccount"]!["properties"]!["parameters"]!;
        Assert.Contains("dropperAddresses", parameters["allowedAddresses"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(templates.Main["resources"]!["hostAccount"]!["properties"]!["parameters"]!["allowedAddresses"]);
        Assert.All(templates.OfType("Microsoft.Storage/storageAccounts").Select(Properties), account =>
            Assert.Contains("allowedAddresses", account["networkAcls"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_deletes_the_data_of_prod_by_mistake()
    {
        Assert.Matches("'prod', createObject\\(.*'isLocked', true\\(\\)", (string?)templates.Main["variables"]!["size"]);
        Assert.Equal(
            "[variables('size').isLocked]",
            (string?)templates.Main["resources"]!["dataAccount"]!["properties"]!["parameters"]!["isLocked"]!["value"]);
        Assert.All(templates.OfType("Microsoft.Authorization/locks"),
            item => Assert.Equal("CanNotDelete", (string?)Properties(item)["level"]));
    }

    private static JsonObject Properties(JsonObject resource) => resource["properties"]!.AsObject();
}
