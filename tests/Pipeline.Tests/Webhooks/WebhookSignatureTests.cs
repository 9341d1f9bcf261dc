using Pipeline.Webhooks;

namespace Pipeline.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    // Key, id, time and body of our own; the signature is what OpenSSL makes of them:
    // printf '%s' 'msg_a.1772366400.{"type":"test"}' | openssl dgst -sha256 -mac HMAC -macopt key:0123456789abcdef0123456789abcdef -binary
    [Fact]
    public void Signs_as_the_specification_has_it() => Assert.Equal(
        "v1,LNHayFyhnShmlWHt80cSmW+y/ESl2QyINxaxVA4XFhQ=",
        WebhookSignature.Sign(
            "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "msg_a", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            """{"type":"test"}"""u8));

    [Theory]
    [InlineData("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", true)]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_not base64", false)]
    [InlineData("", false)]
    public void Knows_a_secret(string text, bool isSecret) => Assert.Equal(isSecret, WebhookSignature.IsSecret(text));
}
