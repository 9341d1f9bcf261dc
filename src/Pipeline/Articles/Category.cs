namespace Pipeline.Articles;

/// <summary>A publisher's category, tag or wire subject, as given.</summary>
/// <param name="Term">The term or code (<c>新媒体</c>, <c>medtop:20000049</c>).</param>
/// <param name="Name">A readable name where the term is a code.</param>
/// <param name="Scheme">The vocabulary that the term belongs to.</param>
public sealed record Category(string Term, string? Name = null, string? Scheme = null);
