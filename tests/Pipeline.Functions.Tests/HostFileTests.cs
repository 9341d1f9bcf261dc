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
    public void Core_Tools_find_the_same_file_beside_the_project() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Root, "host.json")), File.ReadAllText(Path.Combine(Trigger.Folder, "host.json")));

    [Fact]
    public void What_every_entry_would_be_warned_of_is_left_out_and_what_is_given_up_is_not()
    {
        var levels = Read("host.json")["logging"]!["logLevel"]!;
        Assert.Equal("Error", (string?)levels["Microsoft.Azure.WebJobs.Extensions.Storage.Queues"]);
        Assert.Equal("Error", (string?)levels["Azure.Core"]);
        Assert.Equal("Warning", (string?)levels["default"]);
    }

    [Fact]
    public void A_message_waits_two_seconds_at_most_after_a_lull() =>
        Assert.Equal("00:00:02", (string?)Read("host.json")["extensions"]!["queues"]!["maxPollingInterval"]);

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
