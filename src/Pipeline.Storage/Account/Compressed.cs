using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>
/// Records as compressed JSON (Brotli), and in table properties of at most 64 KiB each (a limit of the table service), which
/// is why a large one is cut into several.
/// </summary>
internal static class Compressed
{
    private const int PropertyBytes = 64 * 1024;

    // Fast, and within a few percent of the higher levels on a kilobyte of JSON.
    private const int Quality = 4;

    public static byte[] Compress<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        BrotliEncoder.TryCompress(json, packed, out var written, Quality, 22);
        return packed[..written];
    }

    public static T Read<T>(ReadOnlyMemory<byte> packed, JsonTypeInfo<T> type)
    {
        using var stream = new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException("A stored record is null.");
    }

    public static void Put(TableEntity entity, byte[] packed)
    {
        for (var i = 0; i * PropertyBytes < packed.Length; i++)
            entity[$"D{i}"] = packed[(i * PropertyBytes)..Math.Min(packed.Length, (i + 1) * PropertyBytes)];
    }

    public static byte[] Take(TableEntity entity)
    {
        using var whole = new MemoryStream();
        for (var i = 0; entity.GetBinary($"D{i}") is { } part; i++)
            whole.Write(part);
        return whole.ToArray();
    }
}
