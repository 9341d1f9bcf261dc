using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Http;
using Pipeline.Http.Settings;
using Pipeline.Storage;
using Pipeline.Storage.Account;

namespace Pipeline.Benchmarks;

/// <summary>The read endpoint over a storage account, on a free loopback port, without a limit on requests.</summary>
internal static class Endpoint
{
    public static async Task<WebApplication> StartAsync(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddPipelineStages(new PipelineSettings())
            .AddPipelineStorage(new StorageSettings { ConnectionString = connection })
            .AddPipelineHttp(new PipelineHttpSettings { RequestsPerMinute = 0 });
        var app = builder.Build();
        app.MapPipelineApi();
        await app.Services.GetRequiredService<StorageAccount>().CreateAsync(CancellationToken.None);
        await app.StartAsync();
        return app;
    }
}
