using System.Text.Json.Nodes;
using Pipeline.Articles;

namespace Pipeline.Parsing.Posts;

/// <summary>Reads who made a post: a name, a list of names, or mappings with a name, an address and a page.</summary>
internal static class PostPeople
{
    private static readonly (ContributorRole Role, string[] Keys)[] Roles =
    [
        (ContributorRole.Author, ["author", "authors", "byline", "creator"]),
        (ContributorRole.Editor, ["editor", "editors"]),
        (ContributorRole.Translator, ["translator", "translators"]),
        (ContributorRole.Photographer, ["photographer", "photographers"]),
        (ContributorRole.Contributor, ["contributor", "contributors"]),
    ];

    public static IReadOnlyList<Contributor> Read(FrontMatter facts) =>
        [.. Roles.SelectMany(role => facts.Values(role.Keys).Select(value => Person(value, role.Role))).OfType<Contributor>().Distinct()];

    private static Contributor? Person(JsonNode value, ContributorRole role)
    {
        if (value is not JsonObject mapping)
            return FrontMatter.TextOf(value) is { } text ? new Contributor(text, role) : null;
        return FrontMatter.TextOf(mapping, "name", "displayname", "title", "login") is { } name
            ? new Contributor(
                name, role, FrontMatter.TextOf(mapping, "email"), FrontMatter.TextOf(mapping, "url", "link", "uri", "homepage", "website"))
            : null;
    }
}
