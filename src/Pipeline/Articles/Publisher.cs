namespace Pipeline.Articles;

/// <summary>An outlet that published an article.</summary>
/// <param name="Name">Its name, as it calls itself.</param>
/// <param name="Url">The address of the outlet's home page, or of its copy of the article.</param>
/// <param name="Icon">The address of its icon or logo.</param>
public sealed record Publisher(string? Name, string? Url = null, string? Icon = null);
