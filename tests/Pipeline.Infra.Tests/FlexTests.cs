using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

/// <summary>
/// What Flex Consumption refuses: a deployment that names one of these fails as a whole in some regions (error 51021). From its
/// documentation ("Flex Consumption plan deprecations" in the reference of app settings) and from what the Azure Verified Module of sites
/// leaves out for the plan.
/// </summary>
public sealed class FlexTests(CompiledTemplates templates)
{
    private static readonly HashSet<string> RefusedSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION",
        "FUNCTIONS_MAX_HTTP_CONCURRENCY", "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
        "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE",
        "WEBSITE_DNS_SERVER", "WEBSITE_MOUNT_ENABLED", "WEBSITE_TIME_ZONE", "WEBSITES_CONTAINER_START_TIME_LIMIT",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_VNET_ROUTE_ALL",
    };

    private static readonly HashSet<string> RefusedProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        "alwaysOn", "containerSize", "dailyMemoryTimeQuota", "ftpsState", "functionAppScaleLimit",
        "functionsRuntimeScaleMonitoringEnabled", "hyperV", "isReserved", "isXenon", "javaContainer",
        "javaContainerVersion", "javaVersion", "linuxFxVersion", "minimumElasticInstanceCount", "netFrameworkVersion", "nodeVersion",
        "numberOfWorkers", "phpVersion", "powerShellVersion", "preWarmedInstanceCount", "pythonVersion", "use32BitWorkerProcess",
        "vnetBackupRestoreEnabled", "vnetContentShareEnabled", "vnetImagePullEnabled", "vnetRouteAllEnabled", "windowsFxVersion",
    };

    [Fact]
    public void The_site_names_no_property_that_the_plan_refuses()
    {
        var properties = templates.Only("Microsoft.Web/sites")["properties"]!.AsObject();
        var named = properties.Concat(properties["siteConfig"]!.AsObject()).Select(pair => pair.Key).ToList();
        Assert.Contains("minTlsVersion", named);
        Assert.Empty(named.Intersect(RefusedProperties, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_app_has_no_setting_that_the_plan_refuses()
    {
        var settings = templates.Module("app").ToJsonString() + templates.Main["resources"]!["app"]!.ToJsonString();
        Assert.DoesNotContain(RefusedSettings, setting => settings.Contains(setting, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Memory_and_number_of_instances_are_parameters()
    {
        var parameters = templates.Main["parameters"]!;
        Assert.Equal([512, 2048, 4096], parameters["instanceMemoryMb"]!["allowedValues"]!.AsArray().Select(value => (int)value!));
        Assert.Equal((0, 1000), ((int)parameters["maximumInstances"]!["minValue"]!, (int)parameters["maximumInstances"]!["maxValue"]!));
        Assert.Equal(1, (int)templates.Module("app")["parameters"]!["maximumInstances"]!["minValue"]!);
    }

    [Fact]
    public void Zone_redundancy_reaches_the_plan_and_both_accounts()
    {
        Assert.Equal("[parameters('zoneRedundant')]", (string?)templates.Only("Microsoft.Web/serverfarms")["properties"]!["zoneRedundant"]);
        Assert.All(["hostAccount", "dataAccount"], account =>
        {
            var redundancy = templates.Main["resources"]![account]!["properties"]!["parameters"]!["redundancy"]!;
            Assert.Contains(
                "(parameters('zoneRedundant')", (string?)(redundancy as JsonValue ?? redundancy["value"]), StringComparison.Ordinal);
        });
    }
}
