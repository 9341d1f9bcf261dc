using System.Text;

namespace Pipeline.Parsing.Xml;

/// <summary>An element that a repair has opened, with the prefixes that are declared inside it.</summary>
internal sealed class OpenElement(string name, OpenElement? parent)
{
    private HashSet<string>? declared;

    /// <summary>The name as the feed writes it.</summary>
    public string Name => name;

    /// <summary>The name as XML allows it: with one colon at most.</summary>
    public string WrittenName { get; } = XmlText.QualifiedName(name);

    /// <summary>Writes the start tag: each attribute once, and a declaration for each prefix that lacks one.</summary>
    public void AppendStart(StringBuilder output, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        var written = attributes.Select(pair => KeyValuePair.Create(XmlText.QualifiedName(pair.Key), pair.Value)).Where(
            pair => IsAllowed(pair.Key, pair.Value))
            .DistinctBy(pair => pair.Key).ToList();
        declared = written.Where(pair => pair.Key.StartsWith("xmlns:", StringComparison.Ordinal)).Select(pair => pair.Key[6..]).ToHashSet();
        output.Append('<').Append(WrittenName);
        foreach (var (key, value) in written)
            AppendAttribute(output, key, value);
        foreach (var prefix in written.Select(pair => pair.Key).Append(WrittenName).Select(PrefixOf).OfType<string>().Distinct().Where(
            prefix => !IsDeclared(prefix)).ToList())
            Declare(output, prefix);
        output.Append('>');
    }

    private static void AppendAttribute(StringBuilder output, string name, string value)
    {
        output.Append(' ').Append(name).Append("=\"");
        XmlText.AppendRepaired(output, value);
        output.Append('"');
    }

    private static bool IsAllowed(string name, string value) =>
        name is not ("xmlns:xml" or "xmlns:xmlns") && !(name.StartsWith("xmlns", StringComparison.Ordinal) && IsReserved(value));

    // Namespaces in XML 1.0 §3: a prefix cannot stand for nothing, and these two names are taken.
    private static bool IsReserved(string uri) =>
        string.IsNullOrWhiteSpace(uri) || uri.Contains("www.w3.org/XML/1998/namespace", StringComparison.Ordinal)
            || uri.Contains("www.w3.org/2000/xmlns", StringComparison.Ordinal);

    private static string? PrefixOf(string written) =>
        written.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && written[..colon] is not ("xml" or "xmlns") and var prefix
            ? prefix : null;

    private bool IsDeclared(string prefix)
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            if (element.declared?.Contains(prefix) == true)
                return true;
        }

        return false;
    }

    private OpenElement? Parent => parent;

    private void Declare(StringBuilder output, string prefix)
    {
        AppendAttribute(output, $"xmlns:{prefix}", KnownPrefixes.FindUri(prefix));
        declared!.Add(prefix);
    }
}
