using System.Globalization;
using Pipeline.Ingestion;
using Pipeline.Maintenance;

namespace Pipeline.Storage.Queue;

/// <summary>Takes a message of the release queue.</summary>
public sealed class ReleaseReceiver(EmbargoRelease embargoes, IReleaseReminders reminders, TimeProvider time)
{
    /// <summary>Publishes what is due, or sends the message on where its time has not come. Any message may be delivered more than
    /// once.</summary>
    /// <exception cref="FormatException">The body was not written by <see cref="ReleaseReminders"/>.</exception>
    public Task ReceiveAsync(string body, CancellationToken cancellationToken)
    {
        var at = DateTimeOffset.Parse(body, CultureInfo.InvariantCulture);
        return at > time.GetUtcNow() ? reminders.RemindAsync(at, cancellationToken) : embargoes.ReleaseAllAsync(cancellationToken);
    }
}
