using System.Text;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Text;
using Pipeline.Parsing.Xml;

namespace Pipeline.Subscriptions.Opml;

/// <summary>
/// A list of feeds as every reader exports it (OPML 1.0 to 2.0), which can be read, added to and taken from: what it holds beside feeds
/// stays. Malformed lists are repaired. Document types are passed over unread.
/// </summary>
public sealed class OpmlDocument
{
    /// <summary>The namespace of what only this pipeline writes into a list.</summary>
    public static readonly XNamespace Own = "urn:pipeline:opml";

    // Groups in groups: no reader makes more than a handful.
    private const int MaxDepth = 64;
    private const int MaxNotes = 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreProcessingInstructions = true,
    };

    private readonly XElement root;
    private readonly XElement body;

    private OpmlDocument(XElement root, XElement body) => (this.root, this.body) = (root, body);

    /// <summary>An empty list.</summary>
    public static OpmlDocument Create()
    {
        var body = new XElement("body");
        var head = new XElement("head", new XElement("title", "Subscriptions"));
        return new OpmlDocument(
            new XElement("opml", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "pipeline", Own), head, body), body);
    }

    /// <summary>The list in these bytes; <c>null</c> where they hold none.</summary>
    public static OpmlDocument? Read(ReadOnlyMemory<byte> bytes)
    {
        var text = TextDecoder.Decode(new DroppedFile("list.opml", bytes)).Value;
        var root = Parse(text) ?? Parse(Repair(text));
        return root?.Elements().FirstOrDefault(element => IsNamed(element, "body")) is { } body && IsNamed(root, "opml")
            ? new OpmlDocument(root, body) : null;
    }

    /// <summary>What it lists.</summary>
    public OpmlList ReadList()
    {
        var (found, notes) = (new List<Subscription>(), new List<string>());
        Collect(body, [], found, notes);
        return new OpmlList([.. found.DistinctBy(subscription => subscription.Id)], [.. notes.Take(MaxNotes)]);
    }

    /// <summary>Adds a feed at the end, unless its address is listed.</summary>
    public void Add(Subscription subscription)
    {
        if (ReadList().Subscriptions.All(listed => listed.Id != subscription.Id))
            FindGroup(subscription.Group).Add(Outline(subscription));
    }

    /// <summary>Takes a feed out. Returns whether it was listed.</summary>
    public bool Remove(string id)
    {
        var listed = body.Descendants()
            .Where(outline => ReadAddress(outline) is { } address && new Subscription(address).Id == id).ToList();
        listed.ForEach(outline => outline.Remove());
        return listed.Count > 0;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
            root.Save(writer);
        return bytes.ToArray();
    }

    /// <summary>The subscriptions as a list, in their groups.</summary>
    /// <param name="subscriptions">In the order of the list.</param>
    /// <param name="show">How an address is written: whole, or without its credentials.</param>
    public static byte[] Write(IEnumerable<Subscription> subscriptions, Func<Uri, string> show)
    {
        var document = Create();
        foreach (var subscription in subscriptions)
            document.FindGroup(subscription.Group).Add(Outline(subscription, show(subscription.Address)));
        return document.ToBytes();
    }

    private static void Collect(XElement parent, IReadOnlyList<string> groups, List<Subscription> found, List<string> notes)
    {
        foreach (var outline in parent.Elements().Where(element => IsNamed(element, "outline")))
        {
            var title = Attribute(outline, "title") ?? Attribute(outline, "text");
            if (ReadAddress(outline) is { } address)
                found.Add(Read(outline, address, title, groups));
            else if (Attribute(outline, "xmlUrl") is { } unreadable)
                notes.Add($"{title ?? "a line"} is not followed: {Shorten(unreadable)} is no address of http or https");
            if (groups.Count < MaxDepth)
                Collect(outline, title is null ? groups : [.. groups, title.Replace('/', '-')], found, notes);
        }
    }

    private static Subscription Read(XElement outline, Uri address, string? title, IReadOnlyList<string> groups)
    {
        var listed = new Subscription(address) { Title = title, Group = groups.Count > 0 ? string.Join('/', groups) : null };
        return (string?)outline.Attribute(Own + "source") is { } source && IsSource(source) ? listed with { Source = source } : listed;
    }

    // A line that names only a page leads to its feed by autodiscovery.
    private static Uri? ReadAddress(XElement outline) =>
        Subscription.ReadAddress(Attribute(outline, "xmlUrl") ?? (HasChildren(outline) ? null : Attribute(outline, "htmlUrl")
            ?? (Attribute(outline, "type") is "rss" or "link" ? Attribute(outline, "url") : null)));

    private static bool HasChildren(XElement outline) => outline.Elements().Any(element => IsNamed(element, "outline"));

    /// <summary>True where the text can name a source: the first folder of a path.</summary>
    public static bool IsSource(string source) =>
        source.Length is > 0 and <= 100 && source.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && source[0] != '.';

    private XElement FindGroup(string? group) => (group?.Split('/') ?? []).Aggregate(body, (parent, name) =>
    {
        if (parent.Elements("outline").FirstOrDefault(outline => Attribute(outline, "xmlUrl") is null && Attribute(outline, "text") == name)
            is { } known)
            return known;
        var added = new XElement("outline", new XAttribute("text", name));
        parent.Add(added);
        return added;
    });

    private static XElement Outline(Subscription subscription, string? shown = null)
    {
        var title = subscription.Title ?? SecretAddress.Mask(subscription.Address);
        var outline = new XElement(
            "outline", new XAttribute("type", "rss"), new XAttribute("text", title),
            new XAttribute("xmlUrl", shown ?? subscription.Address.AbsoluteUri));
        if (subscription.Source != new Subscription(subscription.Address).Source)
            outline.Add(new XAttribute(Own + "source", subscription.Source));
        return outline;
    }

    // Readers write xmlUrl, xmlurl and XMLURL.
    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.Namespace == XNamespace.None
            && attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { Length: > 0 } value ? value : null;

    private static bool IsNamed(XElement element, string name) =>
        element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Shorten(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? "what it names" : text[..Math.Min(text.Length, 100)];

    private static XElement? Parse(string? text)
    {
        if (text is null)
            return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Repair(string text)
    {
        try
        {
            return XmlRepair.Repair(text, MaxDepth * 2);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
