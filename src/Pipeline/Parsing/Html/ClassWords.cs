using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Parsing.Html;

/// <summary>What an element's class and id say, as words: <c>relatedPosts__list</c> is related, posts, list.</summary>
internal static partial class ClassWords
{
    // Longer attributes are data, not names.
    private const int MaxAttributeLength = 1000;

    public static IEnumerable<string> NamesOf(IElement element) =>
        Names(element.GetAttribute("class")).Concat(Names(element.GetAttribute("id")));

    public static IReadOnlyList<string> Split(string name) =>
        [.. Part().Matches(name).Select(part => part.Value.ToLowerInvariant())];

    private static string[] Names(string? attribute) =>
        attribute is { Length: > 0 and <= MaxAttributeLength } ? attribute.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Part();
}
