using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pipeline.Http.OpenApi;

/// <summary>
/// What the code says of its types and members, from the XML files that the compiler writes beside the assemblies. Where such a file is
/// missing nothing is described, and everything else works.
/// </summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    public XmlDocumentation(IEnumerable<Assembly> assemblies)
    {
        foreach (var file in assemblies.Select(assembly => Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")))
        {
            foreach (var member in File.Exists(file) ? XDocument.Load(file).Descendants("member") : [])
                members[(string)member.Attribute("name")!] = member;
        }
    }

    public string? Find(Type type) => Read(FindMember($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What is said of a property, or of the parameter of the record that it stands for.</summary>
    public string? Find(PropertyInfo property) =>
        property.DeclaringType is not { } type ? null
        : Read(FindMember($"P:{NameOf(type)}.{property.Name}")?.Element("summary")) ?? Read(FindMember($"T:{NameOf(type)}")?
            .Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == property.Name));

    public string? FindValue(Type type, string name) => Read(FindMember($"F:{NameOf(type)}.{name}")?.Element("summary"));

    private XElement? FindMember(string name) => members.GetValueOrDefault(name);

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    // References become the names that the endpoint writes: camelCase, in code marks.
    private static string? Read(XElement? element) => element is null ? null : Spaces().Replace(Flatten(element), " ").Trim();

    private static string Flatten(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see =>
            $"`{Shorten((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "")}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{Shorten((string)parameter.Attribute("name")!)}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => Flatten(other),
        _ => "",
    }));

    private static string Shorten(string reference)
    {
        var name = reference.Split('(')[0].Split('.', ':')[^1].Split('`')[0];
        return reference.StartsWith("T:", StringComparison.Ordinal) || name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Spaces();
}
