using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

public sealed class EventTests(CompiledTemplates templates)
{
    private JsonNode Subscription =>
        templates.Only("Microsoft.EventGrid/systemTopics/eventSubscriptions")["properties"]!;

    [Fact]
    public void Only_blobs_of_the_incoming_container_are_announced()
    {
        var filter = Subscription["filter"]!;
        var subject = (string)filter["subjectBeginsWith"]!;
        Assert.Contains("/blobServices/default/containers/{0}/blobs/'", subject, StringComparison.Ordinal);
        Assert.Contains("parameters('incomingContainer')", subject, StringComparison.Ordinal);
        Assert.Equal("Microsoft.Storage.BlobCreated", (string?)Assert.Single(filter["includedEventTypes"]!.AsArray()));
    }

    [Fact]
    public void A_blob_is_announced_when_its_last_byte_is_written()
    {
        var calls = Assert.Single(Subscription["filter"]!["advancedFilters"]!.AsArray())!;
        Assert.Equal("data.api", (string?)calls["key"]);
        Assert.Equal("StringIn", (string?)calls["operatorType"]);
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose", "SftpCommit"], calls["values"]!.AsArray().Select(
            value => (string)value!));
    }

    [Fact]
    public void The_function_that_parses_is_called_through_the_blobs_extension()
    {
        var url = (string)Subscription["destination"]!["properties"]!["endpointUrl"]!;
        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.", url, StringComparison.Ordinal);
        Assert.Equal("ParseFile", (string?)templates.Events["parameters"]!["functionName"]!["defaultValue"]);
    }

    [Fact]
    public void What_cannot_be_delivered_in_a_day_is_kept_as_a_dead_letter()
    {
        Assert.Equal(1440, (int)Subscription["retryPolicy"]!["eventTimeToLiveInMinutes"]!);
        var deadLetters = Subscription["deadLetterWithResourceIdentity"]!;
        Assert.Equal("SystemAssigned", (string?)deadLetters["identity"]!["type"]);
        Assert.Equal("StorageBlob", (string?)deadLetters["deadLetterDestination"]!["endpointType"]);
        Assert.Equal("SystemAssigned", (string?)templates.Only("Microsoft.EventGrid/systemTopics")["identity"]!["type"]);
    }

    [Fact]
    public void Both_templates_mean_the_same_containers()
    {
        var variables = templates.Main["variables"]!;
        var parameters = templates.Events["parameters"]!;
        Assert.Equal((string?)variables["incoming"], (string?)parameters["incomingContainer"]!["defaultValue"]);
        Assert.Equal((string?)variables["deadLetters"], (string?)parameters["deadLetterContainer"]!["defaultValue"]);
    }
}
