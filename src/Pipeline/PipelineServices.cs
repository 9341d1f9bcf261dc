using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Clusters;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Parsing;
using Pipeline.Parsing.Formats;

namespace Pipeline;

/// <summary>Registers the stages. The stores that they need come from a storage room.</summary>
public static class PipelineServices
{
    public static IServiceCollection AddPipelineStages(this IServiceCollection services, PipelineSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(settings.Parsing)
            .AddSingleton(settings.Enrichment)
            .AddSingleton(settings.Ingestion)
            .AddSingleton(new SourcePolicies(settings.Ingestion.Policies))
            .AddSingleton<FileParser>()
            .AddSingleton<ArticleEnricher>()
            .AddSingleton<CanonicalRule>()
            .AddSingleton<Clustering>()
            .AddSingleton<ClusterEdits>()
            .AddSingleton<Matcher>()
            .AddSingleton<IdentityResolver>()
            .AddSingleton<Publication>()
            .AddSingleton<EntrySender>()
            .AddSingleton<ParseStage>()
            .AddSingleton(EnrichStageOf)
            .AddSingleton(provider => new ClusterEditor(provider.GetRequiredService<ClusterEdits>(), provider.GetRequiredService<Publication>()))
            .AddSingleton(EmbargoReleaseOf)
            .AddSingleton(SignatureUpgradeOf)
            .AddSingleton<Expiry>()
            .AddSingleton(RetentionOf)
            .AddSingleton<Sweeper>()
            .AddSingleton<Replay>();
    }

    private static EnrichStage EnrichStageOf(IServiceProvider provider) => new(
        provider.GetRequiredService<ArticleEnricher>(),
        provider.GetRequiredService<IdentityResolver>(),
        provider.GetRequiredService<Matcher>(),
        provider.GetRequiredService<Publication>(),
        provider.GetRequiredService<IArticleStore>(),
        provider.GetRequiredService<ILedgerStore>(),
        provider.GetRequiredService<TimeProvider>());

    private static Retention RetentionOf(IServiceProvider provider) => new(
        provider.GetRequiredService<ICatalogStore>(),
        provider.GetRequiredService<IArticleStore>(),
        provider.GetRequiredService<IListStore>(),
        provider.GetRequiredService<IClaimStore>(),
        provider.GetRequiredService<Matcher>(),
        provider.GetRequiredService<Publication>(),
        provider.GetRequiredService<Expiry>(),
        provider.GetRequiredService<IngestionSettings>(),
        provider.GetRequiredService<TimeProvider>());

    private static SignatureUpgrade SignatureUpgradeOf(IServiceProvider provider) => new(
        provider.GetRequiredService<ICatalogStore>(),
        provider.GetRequiredService<IArticleStore>(),
        provider.GetRequiredService<IBandStore>(),
        provider.GetRequiredService<Publication>(),
        provider.GetRequiredService<IngestionSettings>(),
        provider.GetRequiredService<TimeProvider>());

    private static EmbargoRelease EmbargoReleaseOf(IServiceProvider provider) => new(
        provider.GetRequiredService<IListStore>(),
        provider.GetRequiredService<IArticleStore>(),
        provider.GetRequiredService<Publication>(),
        provider.GetRequiredService<TimeProvider>());
}

/// <summary>Everything that an operator may set, by room.</summary>
public sealed record PipelineSettings
{
    public ParsingSettings Parsing { get; init; } = new();

    public EnrichmentSettings Enrichment { get; init; } = new();

    public IngestionSettings Ingestion { get; init; } = new();
}
