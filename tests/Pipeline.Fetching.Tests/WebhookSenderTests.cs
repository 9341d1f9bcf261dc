using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Fetching.Tests.Web;
using Pipeline.Webhooks;

namespace Pipeline.Fetching.Tests;

/// <summary>Where deliveries go, and where they do not.</summary>
public sealed class WebhookSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        var settings = new WebhookSettings { Ports = [0] };

        var outcome = await SendAsync(web, settings, web.Address("desk.test", "/hook"));

        var failed = Assert.IsType<WebhookOutcome.Failed>(outcome);
        Assert.Equal("desk.test is no public address, and the settings do not allow it", failed.Reason);
        Assert.Empty(web.Asked);
        Assert.IsType<WebhookOutcome.Failed>(await SendAsync(
            web, settings with { AllowedNetworks = ["10.0.0.0/8"] }, web.Address("desk.test", "/hook")));
    }

    [Fact]
    public async Task A_network_that_the_settings_allow_is_delivered_to_with_the_headers_of_the_specification()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("desk.test", _ => Task.CompletedTask);

        Assert.IsType<WebhookOutcome.Taken>(await SendAsync(web, Open, web.Address("desk.test", "/hook")));

        var asked = Assert.Single(web.Asked).Headers;
        Assert.Equal(("msg_1", "1772366400", "v1,aGk="), (
            asked["webhook-id"], asked["webhook-timestamp"], asked["webhook-signature"]));
        Assert.Equal("application/json", asked["Content-Type"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("desk.test", context =>
        {
            context.Response.Redirect(web.Address("other.test", "/").AbsoluteUri, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });

        var failed = Assert.IsType<WebhookOutcome.Failed>(await SendAsync(web, Open, web.Address("desk.test", "/hook")));

        Assert.Equal("the receiver answered 307, and redirects are not followed", failed.Reason);
        Assert.Empty(web.Of("other.test"));
    }

    private static WebhookSettings Open { get; } = new() { Ports = [0], AllowedNetworks = ["127.0.0.0/8"] };

    private static async Task<WebhookOutcome> SendAsync(TestWeb web, WebhookSettings settings, Uri url)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TestWeb.Resolver())
            .AddPipelineStages(new PipelineSettings { Webhooks = settings })
            .AddPipelineFetching()
            .BuildServiceProvider();
        var sentAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        return await services.GetRequiredService<IWebhookSender>().SendAsync(
            url, new WebhookDelivery("msg_1", sentAt, "v1,aGk=", "{}"u8.ToArray()), Stop);
    }
}
