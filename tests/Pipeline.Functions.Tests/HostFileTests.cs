using System.Text.Json.Nodes;

namespace Pipeline.Functions.Tests;

public sealed class HostFileTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Trigger.Folder, "..", ".."));

    [Fact]
    public void Messages_travel_as_base64_and_are_given_up_after_five_tries()
    {
        var queues = Read("host.json")["extensions"]!["queues"]!;
        Assert.Equal("base64", (string?)queues["messageEncoding"]);
        Assert.Equal(5, (int)queues["maxDequeueCount"]!);
    }

    [Fact]
    public void Routes_have_no_prefix_so_that_the_reader_page_is_at_the_root() =>
        Assert.Equal("", (string?)Read("host.json")["extensions"]!["http"]!["routePrefix"]);

    [Fact]
    public void Telemetry_is_OpenTelemetry() => Assert.Equal("OpenTelemetry", (string?)Read("host.json")["telemetryMode"]);

    [Fact]
    public void The_sample_settings_point_at_the_emulator_and_hold_no_key()
    {
        var values = Read("local.settings.sample.json")["Values"]!.AsObject();
        Assert.Equal("UseDevelopmentStorage=true", (string?)values["AzureWebJobsStorage"]);
        Assert.Equal("UseDevelopmentStorage=true", (string?)values["PipelineStorage"]);
        Assert.DoesNotContain("AccountKey", values.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, file)))!.AsObject();
}
