using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>A page's meta tags by name; the names <c>property</c>, <c>name</c> and <c>itemprop</c> are used for each other on the
/// web.</summary>
internal sealed class MetaTags
{
    private readonly ILookup<string, string> contents;

    public MetaTags(IDocument document) =>
        contents = document.QuerySelectorAll("meta[content]")
            .Select(tag =>
                (Name: tag.GetAttribute("property") ?? tag.GetAttribute("name")
                    ?? tag.GetAttribute("http-equiv") ?? tag.GetAttribute("itemprop") ?? "", Content: tag.GetAttribute("content")!.Trim()))
            .Where(tag => tag.Content.Length > 0)
            .SelectMany(tag => NamesIn(tag.Name).Select(name => (Name: name, tag.Content)))
            .ToLookup(tag => tag.Name, tag => tag.Content, StringComparer.OrdinalIgnoreCase);

    // A property may be a list of them (RDFa 1.1 §8), and Dublin Core is written with a colon there.
    private static IEnumerable<string> NamesIn(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(
            name => name.StartsWith("dc:", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("dcterms:", StringComparison.OrdinalIgnoreCase) ? name.Replace(':', '.') : name);

    public IEnumerable<string> All(params ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
            found.AddRange(contents[name]);
        return found;
    }

    /// <summary>The contents of all tags whose name the expression finds, in the order of the page.</summary>
    public IEnumerable<string> Like(Regex name) => contents.Where(tag => name.IsMatch(tag.Key)).SelectMany(tag => tag);

    /// <summary>The first of the names that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names) => All(names).FirstOrDefault();
}
