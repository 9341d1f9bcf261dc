using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Reads YAML from its events. Every scalar stays the text that was written: YAML's typing would turn the title
/// <c>2021</c> into a number and <c>no</c>, the language, into false.
/// </summary>
internal sealed class YamlFrontMatter
{
    // Anchors let a few bytes stand for billions of values; no real front matter comes near this.
    private const int MaximumValues = 10_000;

    private readonly Dictionary<AnchorName, JsonNode?> anchors = [];
    private readonly int maximumDepth;
    private readonly Parser events;
    private int valuesLeft = MaximumValues;

    private YamlFrontMatter(string header, int maximumDepth)
    {
        this.maximumDepth = maximumDepth;
        events = new Parser(new StringReader(header));
    }

    public static FrontMatterReading Read(FencedPost post, int maximumDepth)
    {
        try
        {
            return new YamlFrontMatter(FullWidthColons.Replace(post.Header), maximumDepth).ReadDocument() is JsonObject values
                ? new FrontMatterReading(values)
                : LineByLine.Read(FullWidthColons.Replace(post.Header), ':', "it is no mapping of keys to values");
        }
        catch (YamlException exception)
        {
            var line = post.HeaderLine + Math.Max(exception.Start.Line, 1) - 1;
            return LineByLine.Read(
                FullWidthColons.Replace(post.Header), ':', $"line {line}: {exception.InnerException?.Message ?? exception.Message}");
        }
        catch (Exception thrown) when (thrown is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet 18 loses its place at a plain value that breaks off inside braces, takes "\UFFFFFFFF" for a character, and "!<>"
            // for a tag.
            return LineByLine.Read(FullWidthColons.Replace(post.Header), ':', thrown.Message);
        }
    }

    private JsonNode? ReadDocument()
    {
        events.Consume<StreamStart>();
        if (!events.TryConsume<DocumentStart>(out _))
            return new JsonObject();
        return ReadNode(0);
    }

    private JsonNode? ReadNode(int depth)
    {
        if (depth > maximumDepth || --valuesLeft < 0)
            throw new YamlException(events.Current!.Start, events.Current.End, "too many values, or nested too deeply");
        if (events.TryConsume<AnchorAlias>(out var alias))
            return Copy(alias);
        var anchor = (events.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        JsonNode? node = events.Current switch
        {
            Scalar => ReadScalar(events.Consume<Scalar>()),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMapping(depth),
            var other => throw new YamlException(other!.Start, other.End, "a value is missing"),
        };
        if (!anchor.IsEmpty)
            anchors[anchor] = node;
        return node;
    }

    private static JsonValue? ReadScalar(Scalar scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } ? null : JsonValue.Create(scalar.Value);

    private JsonArray ReadList(int depth)
    {
        var list = new JsonArray();
        events.Consume<SequenceStart>();
        while (!events.TryConsume<SequenceEnd>(out _))
            list.Add(ReadNode(depth + 1));
        return list;
    }

    private JsonObject ReadMapping(int depth)
    {
        var mapping = new JsonObject();
        events.Consume<MappingStart>();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            var key = FrontMatter.TextOf(ReadNode(depth + 1));
            var value = ReadNode(depth + 1);
            if (key is not null)
                mapping[FrontMatter.Key(key)] = value;
        }

        Merge(mapping);
        return mapping;
    }

    // YAML's merge key (yaml.org/type/merge): what the mapping states itself wins, then the first of several.
    private void Merge(JsonObject mapping)
    {
        if (!mapping.Remove("<<", out var merged))
            return;
        foreach (var (key, value) in (merged is JsonArray several ? several.OfType<JsonObject>() : [merged as JsonObject ?? []]).SelectMany(
            source => source))
        {
            if (mapping.ContainsKey(key))
                continue;
            valuesLeft -= Count(value);
            if (valuesLeft >= 0)
                mapping[key] = value?.DeepClone();
        }
    }

    private JsonNode? Copy(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var node))
            throw new YamlException(alias.Start, alias.End, $"*{alias.Value} names nothing");
        valuesLeft -= Count(node);
        return valuesLeft < 0 ? throw new YamlException(alias.Start, alias.End, "too many values") : node?.DeepClone();
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonArray list => 1 + list.Sum(Count),
        JsonObject mapping => 1 + mapping.Sum(pair => Count(pair.Value)),
        _ => 1,
    };
}
