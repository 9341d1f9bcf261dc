using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>Front matter whose keys end in the colon of Chinese and Japanese (U+FF1A), which input methods write in place of the
/// other.</summary>
internal static partial class FullWidthColons
{
    /// <summary>The front matter with the colon that YAML knows; colons inside values stay as they are.</summary>
    public static string Replace(string header) =>
        header.Contains('：', StringComparison.Ordinal) ? KeyAtMargin().Replace(header, "${key}: ") : header;

    [GeneratedRegex(@"^(?<key>[A-Za-z_][\w.-]{0,60}) ?：[ \u3000]*", RegexOptions.Multiline | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex KeyAtMargin();
}
