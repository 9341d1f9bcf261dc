using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Pipeline.Storage.Backup;

/// <summary>A row of a table as one line of JSON: its keys, and each value with its type, which JSON alone does not tell.</summary>
internal static class BackupRow
{
    private static readonly HashSet<string> Service = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static string Write(TableEntity row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("partition", row.PartitionKey);
            json.WriteString("row", row.RowKey);
            foreach (var (name, value) in row.Where(property => !Service.Contains(property.Key) && property.Value is not null))
                Write(json, name, value);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static TableEntity Read(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        var row = new TableEntity((string)json["partition"]!, (string)json["row"]!);
        foreach (var (name, value) in json.Where(property => property.Value is JsonArray))
            row[name] = Read((string)value![0]!, (string)value[1]!);
        return row;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        var (type, text) = value switch
        {
            string words => ("string", words),
            bool flag => ("bool", flag ? "true" : "false"),
            int number => ("int", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("long", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset moment => ("time", moment.ToString("O", CultureInfo.InvariantCulture)),
            byte[] bytes => ("bytes", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("bytes", Convert.ToBase64String(bytes)),
            _ => throw new NotSupportedException($"No row of the pipeline has a {value.GetType().Name}, as {name} is."),
        };
        json.WriteStartArray(name);
        json.WriteStringValue(type);
        json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static object Read(string type, string text) => type switch
    {
        "string" => text,
        "bool" => text == "true",
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "double" => double.Parse(text, CultureInfo.InvariantCulture),
        "time" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture),
        "bytes" => Convert.FromBase64String(text),
        _ => throw new InvalidDataException($"The backup has a value of the type {type}, which this version does not know."),
    };
}
