using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Json;

/// <summary>
/// Reads JSON as page templates write it: wrapped in comments, with raw line breaks or bare quotes inside strings, with
/// commas too many, and cut off at the end. Nesting beyond 64 is not read.
/// </summary>
internal static partial class LenientJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64
    };

    /// <summary>The value; <c>null</c> where not even the repaired text can be read.</summary>
    public static JsonElement? Parse(string text)
    {
        var bare = MendSurrogates(Wrapping().Replace(text, "")).Trim().Trim('\ufeff').Trim().TrimEnd(';');
        return TryParse(bare) ?? (Seam().IsMatch(bare) ? TryParse($"[{Seam().Replace(bare, "},{")}]") : null)
            ?? TryParse(JsonRepair.Repair(bare));
    }

    /// <summary>The text without escapes that stand for half a character: System.Text.Json takes them, and throws for their string
    /// later.</summary>
    public static string MendSurrogates(string json) =>
        json.Contains("\\u", StringComparison.Ordinal) ? LoneSurrogate().Replace(json, @"\ufffd") : json;

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonElement.Parse(Encoding.UTF8.GetBytes(text), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)|(?:(?://|/\*)\s*)?(?:-->|\]\]>)\s*(?:\*/)?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Wrapping();

    // Several values in one script, one behind the other.
    [GeneratedRegex(@"\}\s*\{", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Seam();

    // Half of a surrogate pair as an escape: legal in JSON's grammar, no text in any encoding.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex LoneSurrogate();
}
