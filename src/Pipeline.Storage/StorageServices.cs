using Microsoft.Extensions.DependencyInjection;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Backup;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Claims;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Matching;
using Pipeline.Storage.Queue;
using Pipeline.Storage.Search;
using Pipeline.Storage.Statistics;
using Pipeline.Storage.Subscriptions;
using Pipeline.Storage.Timers;
using Pipeline.Storage.Webhooks;
using Pipeline.Subscriptions.Hubs;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Storage;

/// <summary>Registers the stores over one storage account.</summary>
public static class StorageServices
{
    public static IServiceCollection AddPipelineStorage(this IServiceCollection services, StorageSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<StorageAccount>()
        .AddSingleton<EntryQueue>()
        .AddSingleton<EntryReceiver>()
        .AddSingleton<PoisonDrain>()
        .AddSingleton<IReleaseReminders, ReleaseReminders>()
        .AddSingleton<ReleaseReceiver>()
        .AddSingleton<ArticleStore>()
        .AddSingleton<CatalogStore>()
        .AddSingleton<ListStore>()
        .AddSingleton<LedgerStore>()
        .AddSingleton<StatisticsStore>()
        .AddSingleton<SourceWatch>()
        .AddSingleton<SecretStore>()
        .AddSingleton<BackupWriter>()
        .AddSingleton<NightlyBackup>()
        .AddSingleton<SearchSnapshots>()
        .AddSingleton<SearchIndex>()
        .AddSingleton<SearchWriter>()
        .AddSingleton<MaintenanceTimers>()
        .AddSingleton<WebhookStore>()
        .AddSingleton<SubscriptionLists>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<ISubscriptionStore>(provider => provider.GetRequiredService<SubscriptionStore>())
        .AddSingleton<IFeedDrop, BlobFeedDrop>()
        .AddSingleton<IHubSecret, HubSecret>()
        .AddSingleton<BlobFileDrop>()
        .AddSingleton<IFileStore, BlobFileStore>()
        .AddSingleton<IClaimStore, ClaimStore>()
        .AddSingleton<ISourceRevisionStore, SourceRevisionStore>()
        .AddSingleton<IBandStore, BandStore>()
        .AddSingleton<IEntryQueue>(provider => provider.GetRequiredService<EntryQueue>())
        .AddSingleton<IArticleStore>(provider => provider.GetRequiredService<ArticleStore>())
        .AddSingleton<ICatalogStore>(provider => provider.GetRequiredService<CatalogStore>())
        .AddSingleton<IListStore>(provider => provider.GetRequiredService<ListStore>())
        .AddSingleton<ILedgerStore>(provider => provider.GetRequiredService<LedgerStore>());
}
