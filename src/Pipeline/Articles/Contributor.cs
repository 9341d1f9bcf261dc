namespace Pipeline.Articles;

/// <summary>A person or organisation that had a part in an article.</summary>
/// <param name="Name">The name, without "By" and its relatives.</param>
/// <param name="Role">What the part was.</param>
/// <param name="Email">An e-mail address where the publisher gives one.</param>
/// <param name="Url">A home or profile page where the publisher gives one.</param>
public sealed record Contributor(string Name, ContributorRole Role = ContributorRole.Author, string? Email = null, string? Url = null);

/// <summary>The part that a contributor had.</summary>
public enum ContributorRole
{
    Author,
    Editor,
    Translator,
    Photographer,
    Contributor,
}
