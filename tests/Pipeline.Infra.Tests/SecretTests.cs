using System.Text.RegularExpressions;

namespace Pipeline.Infra.Tests;

public sealed partial class SecretTests(CompiledTemplates templates)
{
    [Fact]
    public void Main_asks_for_no_key_and_no_token() =>
        Assert.Empty(SecretFunction().Matches(templates.Main.ToJsonString()));

    [Fact]
    public void Events_reads_one_key_where_it_is_used_and_gives_nothing_out()
    {
        var uses = SecretFunction().Matches(templates.Events.ToJsonString());
        Assert.Single(uses);
        var subscription = templates.Only("Microsoft.EventGrid/systemTopics/eventSubscriptions");
        var url = (string)subscription["properties"]!["destination"]!["properties"]!["endpointUrl"]!;
        Assert.Contains(uses[0].Value, url, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension", url, StringComparison.Ordinal);
        Assert.Null(templates.Events["outputs"]);
    }

    [Fact]
    public void No_setting_of_the_app_holds_a_key()
    {
        var settings = templates.Only("Microsoft.Web/sites/config")["properties"]!.ToJsonString();
        Assert.DoesNotMatch("(?i)AccountKey|SharedAccess|DefaultEndpointsProtocol|InstrumentationKey=", settings);
        Assert.Contains("AzureWebJobsStorage__clientId", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_connection_is_made_of_addresses_and_an_identity()
    {
        // blobServiceUri, because the worker's blob converter does not read serviceUri.
        var settings = templates.Only("Microsoft.Web/sites/config")["properties"]!.ToJsonString();
        Assert.All(
            ["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"],
            part => Assert.Contains($"PipelineStorage__{part}", settings, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\blist(?!\()[A-Z]\w*\(", RegexOptions.CultureInvariant)]
    private static partial Regex SecretFunction();
}
