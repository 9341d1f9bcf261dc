using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;

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
        .AddSingleton<ArticleStore>()
        .AddSingleton<CatalogStore>()
        .AddSingleton<ListStore>()
        .AddSingleton<LedgerStore>()
        .AddSingleton<FigureStore>()
        .AddSingleton<SecretStore>()
        .AddSingleton<IFileStore, BlobFileStore>()
        .AddSingleton<IClaimStore, ClaimStore>()
        .AddSingleton<IBandStore, BandStore>()
        .AddSingleton<IEntryQueue>(provider => provider.GetRequiredService<EntryQueue>())
        .AddSingleton<IArticleStore>(provider => provider.GetRequiredService<ArticleStore>())
        .AddSingleton<ICatalogStore>(provider => provider.GetRequiredService<CatalogStore>())
        .AddSingleton<IListStore>(provider => provider.GetRequiredService<ListStore>())
        .AddSingleton<ILedgerStore>(provider => provider.GetRequiredService<LedgerStore>());
}
