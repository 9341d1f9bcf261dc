namespace Pipeline.Http.Routing;

/// <summary>Who looks. What is held or withdrawn is shown to <see cref="Admin"/> alone.</summary>
internal enum Viewer
{
    /// <summary>A reader's key, or none.</summary>
    Reader,

    /// <summary>The admin key that the settings name. Where they name none, nobody is one.</summary>
    Admin,
}
