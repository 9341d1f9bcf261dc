using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Pipeline.Fetching.Guarding;
using Pipeline.Fetching.Politeness;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Fetching;

/// <summary>
/// Fetches over HTTP: conditional, compressed, within a size and a time, and through redirects that are looked at one by one. What a
/// server does is a value; only a process that is asked to stop throws.
/// </summary>
internal sealed class FeedFetcher(
    IHttpClientFactory clients, HostGates gates, HostWaits waits, AddressRule rule, SubscriptionSettings settings, TimeProvider time)
    : IFeedFetcher
{
    public const string ClientName = "feeds";

    private const int MaxRedirects = 5;
    private const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, "
        + "text/html;q=0.5, */*;q=0.1";

    // For 429 without a time: hosts count by the minute, and more often by the hour.
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(7);

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(request, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Describe(fault) is { } reason)
        {
            return new FetchOutcome.Failed(reason, null);
        }
    }

    public async Task<string?> PostAsync(Uri hub, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await gates.EnterAsync(hub.Authority, cancellationToken);
            using var message = new HttpRequestMessage(HttpMethod.Post, hub) { Content = new FormUrlEncodedContent(form) };
            using var answer = await clients.CreateClient(ClientName).SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"the hub answered {Name(answer.StatusCode)}";
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && Describe(fault) is { } reason)
        {
            return reason;
        }
    }

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var (address, isPermanent) = (request.Address, true);
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var turn = await gates.EnterAsync(address.Authority, cancellationToken);
            if (waits.Find(address) is { } wait)
                return new FetchOutcome.Failed($"{address.Host} asked to be left alone", wait);
            // Of the system's clock, and after the host's turn came: waiting for that is no slowness of the server's.
            using var limit = new CancellationTokenSource(settings.Timeout);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            using var answer = await SendAsync(request, address, either.Token);
            if (FindTarget(answer, address) is not { } target)
                return await ReadAsync(request, answer, address, isPermanent && redirects > 0, either.Token);
            isPermanent &= answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            address = target;
        }

        return new FetchOutcome.Failed($"it redirects more than {MaxRedirects} times", null);
    }

    private async Task<HttpResponseMessage> SendAsync(FetchRequest request, Uri address, CancellationToken cancellationToken)
    {
        if (!Subscription.IsWeb(address))
            throw new RefusedAddressException($"it redirects to {address.Scheme}, which is not followed");
        var isLoopback = request.IsListedLoopback && AddressRule.IsLoopback(address);
        // A pooled connection was checked when it was made, for another request perhaps: the port is looked at for each.
        if (!rule.AllowsPort(address.Port, isLoopback) || (AddressRule.IsLoopback(address) && !IsAllowedLoopback(address, isLoopback)))
            throw new RefusedAddressException($"{address.Host}:{address.Port} is not among what the settings allow");
        var asked = new UriBuilder(address) { UserName = "", Password = "", Fragment = "" }.Uri;
        using var message = new HttpRequestMessage(HttpMethod.Get, asked);
        message.Options.Set(GuardedConnection.IsListedLoopback, request.IsListedLoopback);
        message.Headers.TryAddWithoutValidation("Accept", Accepted);
        if (Uri.Compare(address, request.Address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.Ordinal) == 0)
            AddCredentials(message.Headers, request.Address);
        if (request.ETag is { } tag)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } modified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return await clients.CreateClient(ClientName).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private bool IsAllowedLoopback(Uri address, bool isListed) =>
        rule.Allows(IPAddress.TryParse(address.IdnHost, out var literal) ? literal : IPAddress.Loopback, isListed);

    // Credentials of the list go to the host that they are listed for, and to no other.
    private static void AddCredentials(HttpRequestHeaders headers, Uri address)
    {
        if (address.UserInfo.Length > 0)
            headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
    }

    private static Uri? FindTarget(HttpResponseMessage answer, Uri address) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location
            ? new Uri(address, location) : null;

    private async Task<FetchOutcome> ReadAsync(
        FetchRequest request, HttpResponseMessage answer, Uri address, bool isMoved, CancellationToken cancellationToken)
    {
        var facts = AnswerFacts.Read(answer, address) with { MovedTo = isMoved ? address : null };
        switch (answer.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new FetchOutcome.Unchanged(facts with { ETag = facts.ETag ?? request.ETag });
            case HttpStatusCode.Gone:
                return new FetchOutcome.Gone();
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                return Defer(answer, address);
            case var status when !answer.IsSuccessStatusCode:
                return new FetchOutcome.Failed($"the server answered {Name(status)}", AnswerFacts.FindRetryAfter(answer, time));
        }

        return await BoundedBody.ReadAsync(answer.Content, settings.MaxBytes, cancellationToken) is { } body
            ? new FetchOutcome.Fetched(facts, body, answer.Content.Headers.ContentType?.ToString())
            : new FetchOutcome.Failed($"it is larger than {settings.MaxBytes >> 10} KiB", null);
    }

    private FetchOutcome.Failed Defer(HttpResponseMessage answer, Uri address)
    {
        var stated = AnswerFacts.FindRetryAfter(answer, time);
        var wait = stated ?? (answer.StatusCode == HttpStatusCode.TooManyRequests ? DefaultWait : null);
        if (wait > MaxWait)
            wait = MaxWait;
        if (wait is { } asked)
            waits.Add(address, asked);
        return new FetchOutcome.Failed($"the server answered {Name(answer.StatusCode)}", wait);
    }

    private string? Describe(Exception fault) => FetchFaults.Describe(fault, settings.Timeout, settings.AnswerTimeout);

    private static string Name(HttpStatusCode status) => $"{(int)status} {status}";
}
