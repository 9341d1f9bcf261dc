using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Pipeline;
using Pipeline.Fetching;
using Pipeline.Functions;
using Pipeline.Http;
using Pipeline.Storage;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

var settings = AppSettings.Read(builder.Configuration);
builder.Services
    .AddPipelineStages(settings.Pipeline)
    .AddPipelineStorage(settings.Storage)
    .AddPipelineFetching()
    .AddPipelineHttp(settings.Http)
    .AddTelemetry(settings);

var app = builder.Build();
await app.Services.PrepareEmulatorAsync(settings.Storage, CancellationToken.None);
await app.RunAsync();
