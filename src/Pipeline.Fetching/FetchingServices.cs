using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Pipeline.Fetching.Guarding;
using Pipeline.Fetching.Politeness;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;
using Pipeline.Webhooks;

namespace Pipeline.Fetching;

/// <summary>Registers what asks the web: for feeds, and to take deliveries.</summary>
public static class FetchingServices
{
    // A connection is looked up anew after this, so that a host that moved is found (DNS).
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Long enough for a host's next feed, and short enough for ten thousand hosts not to hold as many sockets.
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(5);

    // The headers of an answer that are read at most, in kilobytes.
    private const int HeaderKilobytes = 64;

    /// <summary>Registers the fetcher and the sender. The stages are the host's to register.</summary>
    public static IServiceCollection AddPipelineFetching(this IServiceCollection services)
    {
        services.TryAddSingleton<ResolveHost>(_ => Dns.GetHostAddressesAsync);
        services.AddSingleton<GuardedConnection>().AddSingleton<HostGates>();
        services.AddSingleton<IFeedFetcher, FeedFetcher>();
        var client = services.AddHttpClient(FeedFetcher.ClientName, (provider, http) => Set(http, provider));
        client.ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<GuardedConnection>()));
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddStandardResilienceHandler().Configure(Set);
        return services.AddWebhookSender();
    }

    // What is tried again is tried by the round, which saves that it failed.
    private static IServiceCollection AddWebhookSender(this IServiceCollection services)
    {
        services.AddSingleton<IWebhookSender, WebhookSender>();
        var client = services.AddHttpClient(WebhookSender.ClientName, (provider, http) =>
        {
            http.Timeout = provider.GetRequiredService<WebhookSettings>().Timeout;
            http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Write(provider.GetRequiredService<SubscriptionSettings>()));
        });
        client.ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(new GuardedConnection(
            provider.GetRequiredService<WebhookSettings>().CreateAddressRule(), provider.GetRequiredService<ResolveHost>())));
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services;
    }

    private static void Set(HttpClient http, IServiceProvider provider)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Write(provider.GetRequiredService<SubscriptionSettings>()));
    }

    private static SocketsHttpHandler CreateHandler(GuardedConnection connection) => new()
    {
        // Each redirect is looked at before it is followed, and a proxy would resolve names where nobody looks.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = connection.ConnectAsync,
        PooledConnectionLifetime = ConnectionLifetime,
        PooledConnectionIdleTimeout = ConnectionIdle,
        MaxResponseHeadersLength = HeaderKilobytes,
    };

    private static void Set(HttpStandardResilienceOptions options, IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<SubscriptionSettings>();
        options.TotalRequestTimeout.Timeout = settings.Timeout;
        options.AttemptTimeout.Timeout = settings.AnswerTimeout;
        options.Retry.MaxRetryAttempts = 1;
        options.Retry.Delay = settings.RetryPause > settings.HostPause ? settings.RetryPause : settings.HostPause;
        // What answers at all, and be it 500 or 429, is asked again by the rhythm of its feed and not at once.
        options.Retry.ShouldHandle = arguments => new ValueTask<bool>(
            arguments.Outcome.Exception is HttpRequestException { InnerException: not RefusedAddressException });
        // A breaker of all hosts together would keep those that work from being asked, and one for each of ten thousand would cost memory
        // for ever: a feed that fails is asked ever more rarely already.
        options.CircuitBreaker.ShouldHandle = static _ => new ValueTask<bool>(false);
        options.CircuitBreaker.SamplingDuration = settings.AnswerTimeout * 3;
    }
}
