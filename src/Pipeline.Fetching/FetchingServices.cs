using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Pipeline.Fetching.Guarding;
using Pipeline.Fetching.Politeness;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;
using Polly;

namespace Pipeline.Fetching;

/// <summary>Registers what fetches feeds from the web.</summary>
public static class FetchingServices
{
    // A connection is looked up anew after this, so that a host that moved is found (DNS).
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // The largest pages of a host's headers that are read, in kilobytes.
    private const int HeaderKilobytes = 64;

    /// <summary>Registers the fetcher. The stages are the host's to register.</summary>
    public static IServiceCollection AddPipelineFetching(this IServiceCollection services)
    {
        services.TryAddSingleton<ResolveHost>(_ => Dns.GetHostAddressesAsync);
        services.AddSingleton<GuardedConnection>().AddSingleton<HostGates>().AddTransient<PoliteHandler>();
        services.AddSingleton<IFeedFetcher, FeedFetcher>();
        var client = services.AddHttpClient(FeedFetcher.ClientName, (provider, http) => Set(http, provider));
        client.ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<GuardedConnection>()));
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // One host that is down must not keep others from being asked.
        client.AddStandardResilienceHandler().Configure(Set).SelectPipelineByAuthority();
        // Inside of what tries again, so that a second try waits for its turn as well.
        client.AddHttpMessageHandler<PoliteHandler>();
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
        MaxResponseHeadersLength = HeaderKilobytes,
    };

    private static void Set(HttpStandardResilienceOptions options, IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<SubscriptionSettings>();
        options.TotalRequestTimeout.Timeout = settings.Timeout;
        options.AttemptTimeout.Timeout = settings.AnswerTimeout;
        options.Retry.MaxRetryAttempts = 1;
        options.Retry.Delay = settings.RetryPause;
        // What answers at all, and be it 500 or 429, is asked again by the rhythm of its feed and not at once.
        options.Retry.ShouldHandle = arguments => new ValueTask<bool>(
            arguments.Outcome.Exception is HttpRequestException { InnerException: not RefusedAddressException });
        options.CircuitBreaker.SamplingDuration = settings.AnswerTimeout * 3;
    }
}
