using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Parsing.People;

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
        [.. Roles.SelectMany(role => facts.Values(role.Keys).SelectMany(value => People(value, role.Role))).Distinct()];

    private static IEnumerable<Contributor> People(JsonNode value, ContributorRole role)
    {
        if (value is not JsonObject mapping)
            return PersonField.Read(FrontMatter.TextOf(value), role);
        return FrontMatter.TextOf(mapping, "name", "displayname", "title", "login") is { } name
            ? [new Contributor(
                name, role, FrontMatter.TextOf(mapping, "email"), FrontMatter.TextOf(mapping, "url", "link", "uri", "homepage", "website"))]
            : [];
    }
}
