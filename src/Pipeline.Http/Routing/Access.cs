namespace Pipeline.Http.Routing;

/// <summary>Who may call a route.</summary>
public enum Access
{
    /// <summary>Anyone: what carries no news (the reader page's own files, health).</summary>
    Anyone,

    /// <summary>A reader key or an admin key.</summary>
    Reader,

    /// <summary>An admin key: whatever changes state.</summary>
    Admin,
}
