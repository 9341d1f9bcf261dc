namespace Pipeline.Articles;

/// <summary>A media file that the publisher attached.</summary>
/// <param name="Url">Its address.</param>
/// <param name="MediaType">Its declared media type.</param>
/// <param name="Length">Its declared size in bytes.</param>
public sealed record Enclosure(string Url, string? MediaType = null, long? Length = null);
