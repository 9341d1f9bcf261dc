using AngleSharp.Dom;

namespace Pipeline.Parsing.Html;

/// <summary>What an element's class and id say, as words: <c>relatedPosts__list</c> is related, posts, list.</summary>
internal static class ClassWords
{
    // Longer attributes are data, not names.
    private const int MaxAttributeLength = 1000;

    public static IEnumerable<string> NamesOf(IElement element) =>
        Names(element.GetAttribute("class")).Concat(Names(element.GetAttribute("id")));

    /// <summary>Capitals that stand together are a word (<c>RSSFeed</c> is rss, feed), and digits are. A loop, as every name of a page is
    /// read several times.</summary>
    public static IReadOnlyList<string> Split(string name)
    {
        var words = new List<string>();
        for (var at = 0; at < name.Length;)
        {
            var length = LengthAt(name.AsSpan(at));
            if (length > 0)
                words.Add(name.Substring(at, length).ToLowerInvariant());
            at += Math.Max(1, length);
        }

        return words;
    }

    // The last of several capitals belongs to the small letters behind it.
    private static int LengthAt(ReadOnlySpan<char> name)
    {
        if (char.IsDigit(name[0]))
            return CountWhile(name, char.IsDigit);
        var capitals = CountWhile(name, char.IsAsciiLetterUpper);
        var small = CountWhile(name[capitals..], char.IsAsciiLetterLower);
        return small == 0 ? capitals : capitals > 1 ? capitals - 1 : capitals + small;
    }

    private static int CountWhile(ReadOnlySpan<char> name, Func<char, bool> holds)
    {
        var count = 0;
        while (count < name.Length && holds(name[count]))
            count++;
        return count;
    }

    private static string[] Names(string? attribute) =>
        attribute is { Length: > 0 and <= MaxAttributeLength } ? attribute.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
}
