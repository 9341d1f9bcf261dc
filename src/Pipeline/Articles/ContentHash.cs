namespace Pipeline.Articles;

/// <summary>
/// Hex SHA-256 over what makes a revision: the facts that a reader would see change. Markup, images, the summary and the time
/// of an update are not among them: exporters change those without an editor's doing.
/// </summary>
public static class ContentHash
{
    public static string For(Article article) => StableHash.Hex(string.Join('\u001e',
        article.Title,
        Words(article.Text),
        article.Url ?? "",
        article.Published?.ToUnixTimeSeconds().ToString(provider: null) ?? "",
        article.Rights ?? "",
        string.Join('\u001f', article.Contributors.Select(person => $"{person.Role} {person.Name}").Order(StringComparer.Ordinal)),
        string.Join('\u001f', article.Categories.Select(category => category.Term).Order(StringComparer.Ordinal)),
        Wire(article.Wire)));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Wire(WireFacts? wire) =>
        wire is null ? "" : $"{wire.Status} {wire.Embargo?.Until?.ToUnixTimeSeconds()} {wire.Embargo is null} {wire.Correction}";
}
