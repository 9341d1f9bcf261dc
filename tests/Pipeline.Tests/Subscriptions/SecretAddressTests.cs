using Pipeline.Subscriptions;

namespace Pipeline.Tests.Subscriptions;

public class SecretAddressTests
{
    [Theory]
    [InlineData("https://anna:pass@desk.example/feed", "https://***@desk.example/feed")]
    [InlineData("https://desk.example/feed?token=abc&page=2", "https://desk.example/feed?token=***&page=2")]
    [InlineData("https://desk.example/feed?auth_key=abc", "https://desk.example/feed?auth_key=***")]
    [InlineData("https://desk.example/feed?x=9f86d081884c7d659a2f", "https://desk.example/feed?x=***")]
    [InlineData("https://desk.example/private/a8Kd93jfKs02mfLw71xQ.rss", "https://desk.example/private/***.rss")]
    [InlineData("https://desk.example:8443/2026/03/the-lighthouse-of-the-north/feed?format=rss", null)]
    public void Shows_an_address_without_what_opens_it(string address, string? shown)
    {
        var masked = SecretAddress.Mask(new Uri(address));

        Assert.Equal(shown ?? address, masked);
        Assert.Equal(masked, SecretAddress.Mask(new Uri(masked)));
    }

    [Fact]
    public void Gives_the_base_of_relative_links_and_no_more() => Assert.Equal(
        "https://desk.example/news/feed", SecretAddress.WithoutSecrets(new Uri("https://a:b@desk.example/news/feed?token=c")).AbsoluteUri);
}
