using System.Security.Cryptography;
using System.Text;
using Pipeline.Subscriptions.Hubs;

namespace Pipeline.Tests.Subscriptions.Hubs;

public class HubKeysTests
{
    private static readonly HubKeys Keys = new(new byte[32]);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<rss/>");

    [Fact]
    public void Knows_a_callback_of_its_own()
    {
        Assert.True(Keys.Owns("one", Keys.Token("one")));
        Assert.False(Keys.Owns("two", Keys.Token("one")));
        Assert.False(new HubKeys([1]).Owns("one", Keys.Token("one")));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public void Verifies_every_method_of_the_standard(string method) =>
        Assert.True(Keys.Verifies("one", Sign("one", method, Body), Body));

    [Fact]
    public void Refuses_what_is_not_signed_with_the_subscriptions_secret()
    {
        Assert.False(Keys.Verifies("one", null, Body));
        Assert.False(Keys.Verifies("one", "sha256=", Body));
        Assert.False(Keys.Verifies("one", "md5=00", Body));
        Assert.False(Keys.Verifies("one", Sign("two", "sha256", Body), Body));
        Assert.False(Keys.Verifies("one", Sign("one", "sha256", Body), "<rss></rss>"u8));
    }

    private static string Sign(string id, string method, byte[] body)
    {
        var key = Encoding.UTF8.GetBytes(Keys.Secret(id));
        var name = new HashAlgorithmName(method.ToUpperInvariant());
        using var hash = IncrementalHash.CreateHMAC(name, key);
        hash.AppendData(body);
        return $"{method}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
