using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Evaluation.Pages;

/// <summary>A page of a set and what is true of it.</summary>
/// <param name="Key">How the dump names it: the file in <c>html/</c>.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Url">Its address.</param>
/// <param name="Truth">The set's own row.</param>
internal sealed record CorpusPage(string Key, string Path, string Url, JsonObject Truth)
{
    /// <summary>The pages of <c>expected.jsonl</c>.</summary>
    public static async Task<IReadOnlyList<CorpusPage>> ReadLinesAsync(string folder, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(System.IO.Path.Combine(folder, "expected.jsonl"), cancellationToken);
        // Python writes a number that is none as no JSON has it.
        var rows = lines.Select(line => JsonNode.Parse(line.Replace(": NaN", ": null", StringComparison.Ordinal))!.AsObject());
        return [.. rows.Select(row => From(folder, (string)row["file"]!, row))];
    }

    /// <summary>The pages of <c>ground-truth.json</c>, whose keys are the files' names without their ends.</summary>
    public static async Task<IReadOnlyList<CorpusPage>> ReadGroundTruthAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(System.IO.Path.Combine(folder, "ground-truth.json"));
        var rows = await JsonSerializer.DeserializeAsync<Dictionary<string, JsonObject>>(file, cancellationToken: cancellationToken);
        return [.. rows!.Select(row => From(folder, row.Key + ".html.gz", row.Value))];
    }

    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using var zipped = new GZipStream(File.OpenRead(Path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await zipped.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static CorpusPage From(string folder, string file, JsonObject row) =>
        new(file, System.IO.Path.Combine(folder, "html", file), (string)row["url"]!, row);
}
