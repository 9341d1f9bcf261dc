using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Articles;
using Pipeline.Http.Changes;
using Pipeline.Http.Clusters;
using Pipeline.Http.Cursors;
using Pipeline.Http.Entries;
using Pipeline.Http.Erasure;
using Pipeline.Http.Export;
using Pipeline.Http.Feeds;
using Pipeline.Http.Files;
using Pipeline.Http.Health;
using Pipeline.Http.OpenApi;
using Pipeline.Http.Problems;
using Pipeline.Http.Reader;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Http.Settings;
using Pipeline.Http.Statistics;
using Pipeline.Http.Subscriptions;
using Pipeline.Http.Webhooks;
using Pipeline.Storage.Timers;

namespace Pipeline.Http;

/// <summary>Registers what the endpoint needs beside the stores.</summary>
public static class ServiceExtensions
{
    /// <summary>Registers the endpoint. The stores, a <see cref="TimeProvider"/> and logging are the host's to register.</summary>
    public static IServiceCollection AddPipelineHttp(this IServiceCollection services, PipelineHttpSettings settings)
    {
        services.AddRoutingCore().AddSingleton(settings).AddSingleton(new RouteTable(PipelineRoutes.All)).AddSingleton<KeyCheck>()
            .AddSingleton<RouteRunner>().AddSingleton<UnknownPath>().AddSingleton<PipelineApi>();
        services.AddSingleton<SignedCursors>().AddSingleton<HeadWatch>().AddSingleton<ClusterSizes>().AddSingleton<NewsReading>()
            .AddSingleton<SelectedArticles>().AddSingleton<SearchReading>().AddSingleton<SearchHandlers>();
        services.AddSingleton<ArticleHandlers>().AddSingleton<RevisionHandlers>().AddSingleton<ChangeHandlers>().AddSingleton<LogPlaces>()
            .AddSingleton<StreamHandlers>();
        services.AddSingleton<ErasureHandlers>().AddSingleton<EntryFinder>().AddSingleton<ClusterHandlers>()
            .AddSingleton<FileHandlers>()
            .AddSingleton<ExportHandlers>().AddSingleton<StoryReading>().AddSingleton<StoryHandlers>()
            .AddSingleton<HealthHandlers>().AddSingleton<ReaderHandlers>()
            .AddSingleton<FeedHandlers>().AddSingleton<WholeArticles>().AddSingleton<StatisticsHandlers>().AddSingleton<OpenApiHandlers>();
        services.AddSingleton<SubscriptionHandlers>().AddSingleton<HubHandlers>();
        services.AddSingleton<UploadHandlers>().AddSingleton<FeedTokens>().AddSingleton<FeedTokenHandlers>();
        services.AddSingleton<WebhookHandlers>().AddSingleton<DeliveryReading>().AddSingleton<WebhookRound>()
            .AddSingleton(provider => new MaintenanceTimer(
                nameof(TimerSchedules.DeliverWebhooks), TimerSchedules.DeliverWebhooks,
                provider.GetRequiredService<WebhookRound>().RunAsync));
        services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, settings)));
        services.AddRateLimiter(limiter => Limit(limiter, settings, new KeyCheck(settings)));
        // What is compressed holds no secret of the server's, so that compressing over TLS gives none away.
        return services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [
                "application/json", "application/jsonl", "application/problem+json",
                "application/rss+xml", "application/atom+xml", "application/feed+json",
                "application/ninjs+json", "text/x-opml", "text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
    }

    private static void Allow(CorsPolicyBuilder policy, PipelineHttpSettings settings)
    {
        if (settings.CorsOrigins.Contains("*"))
            policy.AllowAnyOrigin();
        else
            policy.WithOrigins([.. settings.CorsOrigins]);
        policy.WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch,
                HttpMethods.Delete)
            .WithHeaders(KeyCheck.HeaderName, "If-None-Match", "Content-Type", "Last-Event-ID")
            .WithExposedHeaders("ETag", "Retry-After");
    }

    private static void Limit(RateLimiterOptions limiter, PipelineHttpSettings settings, KeyCheck keys)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => settings.RequestsPerMinute <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(keys.Caller(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.RequestsPerMinute,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / settings.RequestsPerMinute,
                QueueLimit = 0,
            }));
        limiter.OnRejected = (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            var problem = ProblemTypes.TooManyRequests.WithDetail(
                $"A key has {settings.RequestsPerMinute} requests a minute. Try again after as many seconds as Retry-After says.");
            return new ValueTask(problem.ExecuteAsync(rejected.HttpContext));
        };
    }
}
