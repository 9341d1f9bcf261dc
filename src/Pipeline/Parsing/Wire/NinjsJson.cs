using System.Text;
using System.Text.Json;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Wire;

/// <summary>The JSON values of a text, one after the other as some systems append them to a file.</summary>
/// <param name="Values">The values, in order.</param>
/// <param name="IsCutOff">True where the text ended within the last value.</param>
internal sealed record NinjsJson(IReadOnlyList<JsonElement> Values, bool IsCutOff)
{
    /// <summary>The values as they are.</summary>
    /// <exception cref="JsonException">The text is no JSON, or nests deeper.</exception>
    public static NinjsJson Read(string text, int depth) => new(ValuesOf(text, Strict(depth)), IsCutOff: false);

    /// <summary>The values with commas, comments, quotes and brackets mended; <c>null</c> where that is not enough.</summary>
    public static NinjsJson? ReadMended(string text, int depth)
    {
        var lenient = Strict(depth) with { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var (mended, isCutOff) = JsonRepair.Mend(text);

        // Comments hold quotes that a repair would take for strings, and items that are joined by commas want a list around them.
        return TryRead(text, false, lenient) ?? TryRead(mended, isCutOff, lenient) ?? TryRead($"[{mended}]", isCutOff, lenient);
    }

    private static JsonReaderOptions Strict(int depth) => new() { MaxDepth = depth, AllowMultipleValues = true };

    private static NinjsJson? TryRead(string text, bool isCutOff, JsonReaderOptions options)
    {
        try
        {
            return new NinjsJson(ValuesOf(text, options), isCutOff);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<JsonElement> ValuesOf(string text, JsonReaderOptions options)
    {
        var values = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(LenientJson.MendSurrogates(text)), options);
        while (reader.Read())
            values.Add(JsonElement.ParseValue(ref reader));
        return values;
    }
}
