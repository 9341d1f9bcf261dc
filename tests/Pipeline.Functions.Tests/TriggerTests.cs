using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;
using Pipeline.Storage.Account;

namespace Pipeline.Functions.Tests;

public sealed class TriggerTests
{
    // A field, two arguments with a conversion each, one call: what one line of delegation compiles to.
    private const int OneCallBytes = 32;

    public static TheoryData<string> Names => [.. Trigger.All.Select(trigger => trigger.Name)];

    public static TheoryData<string> Routes => [.. Mapped.Select(route => route.Name)];

    /// <summary>What Local maps.</summary>
    internal static IEnumerable<PipelineRoute> Mapped => PipelineRoutes.All.Append(PipelineRoutes.Unknown);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trigger_only_delegates(string name)
    {
        var trigger = Find(name);
        var body = trigger.Method.GetMethodBody()!;
        Assert.Equal(name, trigger.Method.Name);
        Assert.Null(trigger.Method.GetCustomAttribute<AsyncStateMachineAttribute>());
        Assert.Empty(body.LocalVariables);
        Assert.InRange(body.GetILAsByteArray()!.Length, 1, OneCallBytes);
    }

    [Fact]
    public void Functions_exposes_the_routes_that_Local_maps() =>
        Assert.Equal(
            Mapped.Select(route => route.Name).Order(),
            Trigger.All.Where(trigger => trigger.Binding<HttpTriggerAttribute>() is not null).Select(trigger => trigger.Name).Order());

    [Theory]
    [MemberData(nameof(Routes))]
    public void A_route_has_its_template_methods_and_access(string name)
    {
        var route = Mapped.Single(route => route.Name == name);
        var http = Find(name).Binding<HttpTriggerAttribute>()!;
        Assert.Equal(route.Template, http.Route);
        Assert.Equal(MethodsOf(route), http.Methods ?? []);
        Assert.Equal(LevelOf(route.Access), http.AuthLevel.ToString());
    }

    [Fact]
    public void Files_are_announced_by_Event_Grid_and_read_by_the_stage()
    {
        var parse = Find("ParseFile");
        var blob = parse.Binding<BlobTriggerAttribute>()!;
        Assert.Equal(("incoming/{name}", BlobTriggerSource.EventGrid, "PipelineStorage"), (blob.BlobPath, blob.Source, blob.Connection));
        Assert.Equal(typeof(BlobClient), parse.Bound.ParameterType);
    }

    [Fact]
    public void Messages_are_bound_as_bytes_since_text_would_not_survive()
    {
        var enrich = Find("EnrichEntry");
        var queue = enrich.Binding<QueueTriggerAttribute>()!;
        Assert.Equal(("enrich", "PipelineStorage"), (queue.QueueName, queue.Connection));
        Assert.Equal(typeof(byte[]), enrich.Bound.ParameterType);
    }

    [Fact]
    public void What_is_held_is_released_by_the_message_that_its_store_hides_until_then()
    {
        var queue = Find("ReleaseHeld").Binding<QueueTriggerAttribute>()!;
        var account = new StorageAccount(new StorageSettings { ConnectionString = "UseDevelopmentStorage=true" });
        Assert.Equal((account.ReleaseQueue.Name, "PipelineStorage"), (queue.QueueName, queue.Connection));
    }

    internal static Trigger Find(string name) => Assert.Single(Trigger.All, trigger => trigger.Name == name);

    /// <summary>The methods that the host is told of; none where every method is meant.</summary>
    internal static IEnumerable<string> MethodsOf(PipelineRoute route) =>
        route == PipelineRoutes.Unknown ? [] : route.Methods.Select(method => method.ToLowerInvariant());

    internal static string LevelOf(Access access) => access switch
    {
        Access.Anyone => "Anonymous",
        Access.Reader => "Function",
        _ => "Admin",
    };
}
