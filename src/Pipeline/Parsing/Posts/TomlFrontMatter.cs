using System.Globalization;
using System.Text.Json.Nodes;
using Tomlyn;
using Tomlyn.Model;

namespace Pipeline.Parsing.Posts;

/// <summary>Reads TOML; every scalar becomes its text.</summary>
internal static class TomlFrontMatter
{
    public static FrontMatterReading Read(FencedPost post)
    {
        try
        {
            return new FrontMatterReading(Mapping(TomlSerializer.Deserialize<TomlTable>(post.Header) ?? []));
        }
        catch (TomlException exception)
        {
            var line = post.HeaderLine + (exception.Line ?? 1) - 1;
            var reason = exception.Diagnostics.FirstOrDefault()?.Message ?? exception.Message;
            return LineByLine.Read(post.Header, '=', $"line {line}: {reason}");
        }
    }

    private static JsonObject Mapping(TomlTable table)
    {
        var mapping = new JsonObject();
        foreach (var (key, value) in table)
            mapping[FrontMatter.Key(key)] = Node(value);
        return mapping;
    }

    private static JsonNode? Node(object? value) => value switch
    {
        TomlTable table => Mapping(table),
        TomlTableArray tables => new JsonArray([.. tables.Select(Mapping)]),
        TomlArray list => new JsonArray([.. list.Select(Node)]),
        bool flag => JsonValue.Create(flag ? "true" : "false"),
        null => null,
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
