using System.Xml.Linq;

namespace Pipeline.Parsing.Feeds;

/// <summary>What a <c>media:content</c> is (Media RSS 1.5.1): its medium or its type tells, and where it has neither the ending of its
/// address does.</summary>
internal static class MediaKind
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio",
        [".m4a"] = "audio",
        [".aac"] = "audio",
        [".ogg"] = "audio",
        [".oga"] = "audio",
        [".opus"] = "audio",
        [".flac"] = "audio",
        [".wav"] = "audio",
        [".mp4"] = "video",
        [".m4v"] = "video",
        [".mov"] = "video",
        [".webm"] = "video",
        [".ogv"] = "video",
        [".jpg"] = "image",
        [".jpeg"] = "image",
        [".png"] = "image",
        [".gif"] = "image",
        [".webp"] = "image",
        [".avif"] = "image",
    };

    /// <summary>The medium in lower case; <c>null</c> where nothing tells.</summary>
    public static string? Read(XElement content)
    {
        var medium = Written(content, "medium");
        var type = Written(content, "type")?.Split('/')[0];
        return type is "audio" or "video" or "image" ? type : medium ?? type ?? ByEnding(Written(content, "url"));
    }

    private static string? ByEnding(string? url) =>
        url is null ? null : Endings.GetValueOrDefault(Path.GetExtension(url.Split('?', '#')[0]));

    private static string? Written(XElement content, string name) =>
        ((string?)content.Attribute(name))?.Trim().ToLowerInvariant() is { Length: > 0 } written ? written : null;
}
