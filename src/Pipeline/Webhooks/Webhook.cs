using Pipeline.Articles;

namespace Pipeline.Webhooks;

/// <summary>An address that an admin wants changes delivered to.</summary>
/// <param name="Url">Where to; https, or http where the settings let it be asked.</param>
/// <param name="Secret">What deliveries are signed with, as Standard Webhooks writes it: <c>whsec_</c> and base64 of 24 to 64
/// bytes.</param>
/// <param name="Filter">What narrows the changes, as the query of a poll; empty for all.</param>
/// <param name="CreatedAt">When it was registered.</param>
public sealed record Webhook(Uri Url, string Secret, string Filter, DateTimeOffset CreatedAt)
{
    /// <summary>The same for the same address: 26 letters and digits.</summary>
    public string Id => NameId(Url);

    public static string NameId(Uri url) => StableHash.Id("webhook", url.AbsoluteUri);
}
