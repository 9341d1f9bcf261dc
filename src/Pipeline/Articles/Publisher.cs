namespace Pipeline.Articles;

/// <summary>An outlet that published an article, with the address of the outlet or of its copy.</summary>
public sealed record Publisher(string? Name, string? Url = null);
