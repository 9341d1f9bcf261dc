using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Clusters;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Erasure;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Maintenance;
using Pipeline.Parsing;
using Pipeline.Parsing.Formats;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;
using Pipeline.Subscriptions.Hubs;
using Pipeline.Subscriptions.Rhythm;
using Pipeline.Subscriptions.Rounds;
using Pipeline.Webhooks;

namespace Pipeline;

/// <summary>Registers the stages. The stores that they need come from Pipeline.Storage.</summary>
public static class PipelineServices
{
    public static IServiceCollection AddPipelineStages(this IServiceCollection services, PipelineSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        // A host that logs has registered its own before.
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));
        return services
            .AddSingleton(settings.Parsing)
            .AddSingleton(settings.Enrichment)
            .AddSingleton(settings.Ingestion)
            .AddSingleton(settings.Webhooks)
            .AddSingleton(new SourcePolicies(settings.Ingestion.Policies))
            .AddSingleton(new TrustedSources(settings.Ingestion.MayWithdraw))
            .AddSingleton<FileParser>()
            .AddSingleton<ArticleEnricher>()
            .AddSingleton<CanonicalRule>()
            .AddSingleton<Clustering>()
            .AddSingleton<ClusterEdits>()
            .AddSingleton<ClusterParting>()
            .AddSingleton<Matcher>()
            .AddSingleton<IdentityResolver>()
            .AddSingleton<CommitFollowUp>()
            .AddSingleton<ArticleWithdrawal>()
            .AddSingleton<Publication>()
            .AddSingleton<SourceRevisions>()
            .AddSingleton<FormerEntries>()
            .AddSingleton<EntrySender>()
            .AddSingleton<ParseStage>()
            .AddSingleton<EnrichStage>()
            .AddSingleton<ClusterEditor>()
            .AddSingleton<EmbargoRelease>()
            .AddSingleton<SignatureUpgrade>()
            .AddSingleton<Expiry>()
            .AddSingleton<ClusterErasure>()
            .AddSingleton<Eraser>()
            .AddSingleton<ArticleLookup>()
            .AddSingleton<Retention>()
            .AddSingleton<Sweeper>()
            .AddSingleton<StoreCheck>()
            .AddSingleton<StoreRepair>()
            .AddSingleton<Replay>()
            .AddSubscriptions(settings.Subscriptions);
    }

    // The fetcher comes from Pipeline.Fetching; without it nothing of this may be asked for but what takes in deliveries.
    private static IServiceCollection AddSubscriptions(this IServiceCollection services, SubscriptionSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new FetchRhythm(settings, Random.Shared))
        .AddSingleton<AddressRule>()
        .AddSingleton<HostWaits>()
        .AddSingleton<FeedReception>()
        .AddSingleton<HubAgreement>()
        .AddSingleton<FeedVisit>()
        .AddSingleton<BucketRound>()
        .AddSingleton<SubscriptionRound>();
}

/// <summary>Everything that an operator may set, by stage.</summary>
public sealed record PipelineSettings
{
    public ParsingSettings Parsing { get; init; } = new();

    public EnrichmentSettings Enrichment { get; init; } = new();

    public IngestionSettings Ingestion { get; init; } = new();

    public SubscriptionSettings Subscriptions { get; init; } = new();

    public WebhookSettings Webhooks { get; init; } = new();
}
