using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Fetching;

/// <summary>Reads what an answer's headers say. A header that cannot be read says nothing.</summary>
internal static class AnswerFacts
{
    // Validators are sent back as they came; one that is longer than any real one is not kept.
    private const int MaxValidator = 500;

    public static FetchFacts Read(HttpResponseMessage answer, Uri address) => new(address)
    {
        ETag = Find(answer, "ETag"),
        LastModified = answer.Content.Headers.TryGetValues("Last-Modified", out var values) ? Bounded(values.First()) : null,
        MaxAge = answer.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } age } && age > TimeSpan.Zero ? age : null,
        Hub = FindLink(answer, address, "hub"),
        Self = FindLink(answer, address, "self"),
    };

    /// <summary>When the server wants to be asked again; <c>null</c> where it does not say.</summary>
    public static TimeSpan? FindRetryAfter(HttpResponseMessage answer, TimeProvider time) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static string? Find(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Bounded(values.First()) : null;

    private static string? Bounded(string value) => value.Length is > 0 and <= MaxValidator ? value : null;

    // RFC 8288: <https://hub.example/>; rel="hub", <https://…>; rel="self"
    private static Uri? FindLink(HttpResponseMessage answer, Uri address, string relation)
    {
        if (!answer.Headers.TryGetValues("Link", out var values))
            return null;
        foreach (var link in values.SelectMany(value => value.Split(',')))
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            var isMeant = parts.Skip(1).Any(part => part.StartsWith("rel=", StringComparison.OrdinalIgnoreCase)
                && part["rel=".Length..].Trim('"').Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase));
            if (isMeant && parts[0] is ['<', .. var written, '>'] && Uri.TryCreate(address, written, out var target)
                && Subscription.IsWeb(target))
                return target;
        }

        return null;
    }
}
