using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>One microdata item: its properties stand anywhere below it, except below another item.</summary>
internal sealed class MicrodataItem(IElement item)
{
    private readonly ILookup<string, IElement> properties = item.QuerySelectorAll("[itemprop]")
        .Where(element => ReferenceEquals(element.ParentElement?.Closest("[itemscope]"), item))
        .SelectMany(element => element.GetAttribute("itemprop")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (Name: name, Element: element)))
        .ToLookup(property => property.Name, property => property.Element, StringComparer.Ordinal);

    public string? Text(string property) => Texts(property).FirstOrDefault();

    public IEnumerable<string> Texts(string property) =>
        properties[property].Select(element => element.HasAttribute("itemscope") ? NameOf(element) : ValueOf(element)).OfType<string>();

    private static string? NameOf(IElement item)
    {
        var nested = new MicrodataItem(item);
        return nested.Text("name") ?? nested.Text("url") ?? NotEmpty(item.TextContent);
    }

    private static string? ValueOf(IElement element) =>
        NotEmpty(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? (element.LocalName switch
        {
            "a" or "link" when element.GetAttribute("itemprop") is "url" or "mainEntityOfPage" or "image" => element.GetAttribute("href"),
            "link" => element.GetAttribute("href"),
            "img" => element.GetAttribute("src"),
            _ => element.TextContent,
        }));

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
