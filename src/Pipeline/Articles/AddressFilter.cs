namespace Pipeline.Articles;

/// <summary>Takes out every address that <see cref="SafeAddress"/> refuses: where an article is made, and where one leaves that was
/// stored before the filter was there.</summary>
public static class AddressFilter
{
    public static Article FilterAddresses(this Article article) => article with
    {
        Url = SafeAddress.Find(article.Url),
        LeadImage = SafeAddress.Find(article.LeadImage?.Url) is null ? null : article.LeadImage,
        Images = [.. article.Images.Where(image => SafeAddress.Find(image.Url) is not null)],
        Enclosures = [.. article.Enclosures.Where(enclosure => SafeAddress.Find(enclosure.Url) is not null)],
        Contributors = [.. article.Contributors.Select(person => person with { Url = SafeAddress.Find(person.Url) })],
        Publisher = article.Publisher?.FilterAddresses(),
        Republisher = article.Republisher?.FilterAddresses(),
        OriginalPublisher = article.OriginalPublisher?.FilterAddresses(),
        OriginalUrl = SafeAddress.Find(article.OriginalUrl),
    };

    public static ArticleSummary FilterAddresses(this ArticleSummary article) => article with
    {
        Url = SafeAddress.Find(article.Url),
        Image = SafeAddress.Find(article.Image),
        Republisher = article.Republisher?.FilterAddresses(),
        OriginalPublisher = article.OriginalPublisher?.FilterAddresses(),
        OriginalUrl = SafeAddress.Find(article.OriginalUrl),
    };

    public static Publisher FilterAddresses(this Publisher publisher) =>
        publisher with { Url = SafeAddress.Find(publisher.Url), Icon = SafeAddress.Find(publisher.Icon) };
}
