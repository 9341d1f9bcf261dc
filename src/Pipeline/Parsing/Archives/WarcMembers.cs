using System.Globalization;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// Reads the responses of a web archive (ISO 28500, as Common Crawl's news set writes it): each is a member under its address,
/// with the Content-Type that the server declared. Requests, metadata and repeats without a body are no members.
/// </summary>
internal static class WarcMembers
{
    public static bool IsWarc(ReadOnlySpan<byte> start) => start.StartsWith("WARC/"u8);

    public static IEnumerable<ArchiveMember> Read(Stream stream, ParserInput input)
    {
        using var buffered = new BufferedStream(stream, 64 * 1024);
        var unpacking = new Unpacking(input);
        while (!unpacking.IsExhausted)
        {
            var (record, damage) = Next(buffered);
            if (damage is not null)
                yield return unpacking.Refuse("the rest of the archive", $"damaged: {damage}");
            if (record is null)
                yield break;
            if (Member(record, unpacking, input) is { } member)
                yield return member;
            // What is left of a record after its member was read is skipped, so that the next one is found.
            if (Skip(record) is { } broken)
            {
                yield return unpacking.Refuse("the rest of the archive", $"damaged: {broken}");
                yield break;
            }
        }
    }

    private static (WarcRecord? Record, string? Damage) Next(Stream stream)
    {
        try
        {
            if (HeaderBlock.Read(stream) is not { } header)
                return (null, null);
            if (!header.FirstLine.StartsWith("WARC/", StringComparison.Ordinal) || Length(header) is not { } length)
                return (null, "a record does not begin where the one before it ends");
            return (new WarcRecord(header, new SectionStream(stream, length)), null);
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return (null, exception.Message);
        }
    }

    private static string? Skip(WarcRecord record)
    {
        try
        {
            record.Content.SkipRest();
            return null;
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return exception.Message;
        }
    }

    private static long? Length(HeaderBlock header) =>
        long.TryParse(header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static ArchiveMember? Member(WarcRecord record, Unpacking unpacking, ParserInput input)
    {
        var name = record.Address ?? record.Header["WARC-Record-ID"] ?? "a record without an address";
        try
        {
            return record.IsPage ? HttpMember(record, name, unpacking, input) : null;
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return unpacking.Refuse(name, $"damaged: {exception.Message}");
        }
    }

    private static ArchiveMember HttpMember(WarcRecord record, string name, Unpacking unpacking, ParserInput input)
    {
        var http = record.IsHttp ? HeaderBlock.Read(record.Content) : null;
        if (http?.FirstLine.Split(' ') is [_, var status, ..] && status is not ['2', ..])
            return unpacking.Refuse(name, $"the server answered {status}: no page");
        var type = record.IsHttp ? http?["Content-Type"] : record.Header["Content-Type"];
        if (!IsText(type))
            return unpacking.Refuse(name, $"{type} is no text");
        var body = http is null ? record.Content : HttpBody.Decode(record.Content, http, input.Limits);
        var member = unpacking.Read(name, body);
        var address = Uri.TryCreate(record.Address, UriKind.Absolute, out var parsed) ? parsed : null;
        if (member.File is not { } file)
            return member;
        return member with
        {
            File = file with
            {
                Address = address,
                ContentType = type,
                ContentLanguage = http?["Content-Language"],
                Notes = record.Content.IsCutShort ? ["damaged: the archive breaks off inside this record"] : [],
            },
        };
    }

    private static bool IsText(string? type) =>
        type is null || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type.Contains("xml", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
