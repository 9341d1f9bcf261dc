using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// The people of a JSON Feed or of one of its items. 1.1 has a list of authors where 1.0 has one author; what is written there is also
/// a single object, a text, a list of texts, or lists inside lists.
/// </summary>
internal static class JsonFeedPeople
{
    private static readonly string[] Fields = ["authors", "author"];

    /// <summary>The people; <c>null</c> where the element says nothing of them, so that those of the feed count (JSON Feed 1.1,
    /// items).</summary>
    public static IReadOnlyList<Contributor>? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        var stated = Fields.Select(name => element.TryGetProperty(name, out var value) ? value : default).Where(IsStated).ToList();
        return stated.Count == 0 ? null : [.. stated.SelectMany(People).DistinctBy(person => person.Name)];
    }

    private static bool IsStated(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.Array => value.EnumerateArray().Any(IsStated),
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        _ => true,
    };

    // The nesting is bounded by the parser's depth.
    private static IEnumerable<Contributor> People(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(People),
        JsonValueKind.Object => Person(value),
        JsonValueKind.String => PersonField.Read(value.GetString(), ContributorRole.Author),
        _ => [],
    };

    private static List<Contributor> Person(JsonElement person)
    {
        // What PHP writes for a list with a gap is an object that holds the people by their numbers.
        if (JsonFeedItem.Text(person, "name") is not { } name)
            return [.. person.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(member => People(member.Value))];
        var people = PersonField.Read(name, ContributorRole.Author).ToList();
        return people is [var one] ? [one with { Url = JsonFeedItem.Text(person, "url") ?? one.Url }] : people;
    }
}
