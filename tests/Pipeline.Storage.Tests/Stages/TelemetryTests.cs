using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>What the operator is told of two entries, on their way from a dropped file to their fates.</summary>
public sealed class TelemetryTests(EmulatorFixture emulator)
{
    private const string Path = "telemetry/two.json";

    private const string TwoEntries =
        """
        { "version": "https://jsonfeed.org/version/1.1", "title": "Two", "items": [
          { "id": "1", "title": "Ferry",
          "content_text": "The ferry to the island sails again on Monday, an hour later than before the storm." },
          { "id": "2", "title": "Harbour",
          "content_text": "Dredging of the inner harbour was put off until the spring, the council said." } ] }
        """;

    // Other tests report at the same time; only what this one awaits is its own.
    private readonly AsyncLocal<bool> isOurs = new();

    [Fact]
    public async Task One_trace_leads_from_the_file_across_the_queue_to_each_fate()
    {
        var stopped = new ConcurrentBag<Activity>();
        using var listener = Listen(stopped);

        await DropAsync();

        var parse = Assert.Single(
            stopped, activity => activity.OperationName == "parse" && (string?)activity.GetTagItem("pipeline.path") == Path);
        var enriched = stopped.Where(activity => activity.ParentId == parse.Id).ToList();
        Assert.Equal(2, enriched.Count);
        Assert.All(enriched,
            activity => Assert.Equal((parse.TraceId, nameof(Fate.Stored)), (activity.TraceId, activity.GetTagItem("pipeline.fate"))));
        Assert.All(["pipeline.path", "pipeline.version", "pipeline.index", "pipeline.article"], tag =>
            Assert.DoesNotContain(enriched, activity => activity.GetTagItem(tag) is null));
    }

    [Fact]
    public async Task A_stage_that_fails_says_so_on_its_span()
    {
        var stopped = new ConcurrentBag<Activity>();
        using var listener = Listen(stopped);
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Table("claims").DeleteAsync(TestPipeline.Token);

        await Assert.ThrowsAnyAsync<Exception>(() => pipeline.EnrichAsync(Stories.Entry(1, "wire"), "lost.xml"));

        var span = Assert.Single(stopped, activity => (string?)activity.GetTagItem("pipeline.path") == "wire/lost.xml");
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Single(span.Events, item => item.Name == "exception");
    }

    [Fact]
    public async Task Each_entry_reports_its_time_and_its_operations()
    {
        var measured = new ConcurrentBag<(string Name, double Value)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PipelineTelemetry.Name
                    && instrument.GetType().GetGenericTypeDefinition() == typeof(Histogram<>))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Measured(instrument.Name, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Measured(instrument.Name, value));
        listener.Start();
        isOurs.Value = true;

        await DropAsync();

        Assert.All(["pipeline.enrich.duration", "pipeline.readable.duration", "pipeline.entry.operations"],
            name => Assert.Equal(2, measured.Count(item => item.Name == name)));
        Assert.Single(measured, item => item.Name == "pipeline.parse.duration");
        Assert.All(measured.Where(item => item.Name == "pipeline.entry.operations"), item => Assert.InRange(item.Value, 1, 25));

        void Measured(string name, double value)
        {
            if (isOurs.Value)
                measured.Add((name, value));
        }
    }

    private static ActivityListener Listen(ConcurrentBag<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private async Task DropAsync()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Incoming.GetBlobClient(Path).UploadAsync(new BinaryData(TwoEntries), TestPipeline.Token);
        await pipeline.Get<ParseStage>().ParseAsync(Path, TestPipeline.Token);
        foreach (var message in (await pipeline.Account.Queue.ReceiveMessagesAsync(16, cancellationToken: TestPipeline.Token)).Value)
            await pipeline.Get<EntryReceiver>().ReceiveAsync(message.Body, TestPipeline.Token);
    }
}
