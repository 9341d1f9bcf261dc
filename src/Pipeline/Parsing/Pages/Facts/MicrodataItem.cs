using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>One microdata item: its properties stand anywhere below it, except below another item.</summary>
internal sealed class MicrodataItem(IElement item)
{
    private readonly ILookup<string, IElement> properties = PropertiesBelow(item)
        .SelectMany(element => element.GetAttribute("itemprop")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            name => (Name: name, Element: element)))
        .ToLookup(property => property.Name, property => property.Element, StringComparer.Ordinal);

    public bool Has(string property) => properties.Contains(property);

    public string? Text(string property) => Texts(property).FirstOrDefault();

    public IEnumerable<string> Texts(string property) =>
        properties[property].Select(element => element.HasAttribute("itemscope") ? NameOf(element) : ValueOf(element, property))
            .OfType<string>();

    private static List<IElement> PropertiesBelow(IElement item)
    {
        var (found, pending) = (new List<IElement>(), new Stack<IElement>(item.Children.Reverse()));
        while (pending.TryPop(out var element))
        {
            if (element.HasAttribute("itemprop"))
                found.Add(element);
            foreach (var child in element.HasAttribute("itemscope") ? [] : element.Children.Reverse())
                pending.Push(child);
        }

        return found;
    }

    private static string? NameOf(IElement item)
    {
        var nested = new MicrodataItem(item);
        return nested.Text("name") ?? nested.Text("url") ?? NotEmpty(item.TextContent);
    }

    private static string? ValueOf(IElement element, string property) =>
        NotEmpty(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? (element.LocalName switch
        {
            "a" or "link" when property is "url" or "mainEntityOfPage" or "image" => element.GetAttribute("href"),
            "link" => element.GetAttribute("href"),
            "img" => element.GetAttribute("src"),
            "abbr" => element.GetAttribute("title") ?? element.TextContent,
            _ => element.TextContent,
        }));

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
