using System.Text;
using System.Text.Json;

namespace Pipeline.Parsing.Posts;

/// <summary>Hugo's JSON front matter has no fences: it is one object at the start of the file, and text behind it.</summary>
internal static class BareJson
{
    /// <summary><c>null</c> where nothing stands behind the object: that is a JSON document, not a post.</summary>
    public static FencedPost? Cut(string text, int start)
    {
        var end = EndOfObject(text, start) ?? EndOfBrokenObject(text, start);
        if (end is not { } found || string.IsNullOrWhiteSpace(text[found..]) || IsObject(text.AsSpan(found).TrimStart()))
            return null;
        return new FencedPost(FrontMatterDialect.Json, text[start..found], text[found..], text.AsSpan(0, start).Count('\n') + 1);
    }

    // A second object behind the first makes a list of records, one a line; a shortcode begins with two braces.
    private static bool IsObject(ReadOnlySpan<char> rest) => rest is ['{', .. var inside] && inside.TrimStart() is ['"' or '}', ..];

    private static int? EndOfObject(string text, int start)
    {
        var bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
        var reader = new Utf8JsonReader(
            bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            reader.Read();
            reader.Skip();
            return start + Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A post whose object cannot be read is still told apart from other text by the brace that stands alone on its line.
    private static int? EndOfBrokenObject(string text, int start)
    {
        var lines = new TextLines(text, start);
        while (!lines.AtEnd)
        {
            if (lines.Next() is "}")
                return lines.Position;
        }

        return null;
    }
}
