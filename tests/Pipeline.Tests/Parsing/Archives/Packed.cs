using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Tests.Parsing.Archives;

/// <summary>Archives made in memory.</summary>
internal static class Packed
{
    public const string Post = "---\ntitle: A post\ndate: 2024-01-02\n---\nIts text.\n";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(params byte[][] parts)
    {
        using var bytes = new MemoryStream();
        foreach (var part in parts)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(part);
        }

        return bytes.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[]? Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                tar.WriteEntry(content is null
                    ? new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = "/etc/passwd" }
                    : new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return bytes.ToArray();
    }

    public static byte[] WarcRecord(string type, string address, byte[] content) =>
    [
        .. Bytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; "
            + $"msgtype={type}\r\nContent-Length: {content.Length}\r\n\r\n"),
        .. content,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Http(string status, string headers, byte[] body) => [.. Bytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body];
}
