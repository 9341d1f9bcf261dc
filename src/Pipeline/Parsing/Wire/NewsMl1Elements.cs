using System.Xml.Linq;

namespace Pipeline.Parsing.Wire;

/// <summary>What is peculiar to the elements of NewsML 1.x: their values stand in <c>FormalName</c>, and components nest in each
/// other.</summary>
internal static class NewsMl1Elements
{
    /// <summary>The formal name without the vocabulary before it, as written.</summary>
    public static string? FormalName(this XElement? element) =>
        element.Fact("FormalName")?.Split(':', '/')[^1].Trim() is { Length: > 0 } name ? name : null;

    /// <summary>True for a formal name in whatever letter case.</summary>
    public static bool IsNamed(this XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (name.Equals(element.FormalName(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The components of an item, from the outermost one inwards, without those of items that stand inside it.</summary>
    public static IEnumerable<XElement> Components(XElement item) =>
        item.Within("NewsComponent").Where(
            component => component.Ancestors().First(ancestor => ancestor.Name.LocalName == "NewsItem") == item);

    /// <summary>The first component's child of a name, the item's own main component before those inside it.</summary>
    public static IEnumerable<XElement> InComponents(XElement item, string name) =>
        Components(item).SelectMany(component => component.Children(name));

    /// <summary>The value of a property by its formal name, wherever the item states it.</summary>
    public static IEnumerable<string> Properties(IEnumerable<XElement> holders, Func<string, bool> isMeant) =>
        holders.SelectMany(holder => holder.Within("Property")).Where(property => property.FormalName() is { } name && isMeant(name))
            .Select(property => property.Fact("Value") ?? property.Child("Value").Text() ?? property.Text()).OfType<string>();
}
