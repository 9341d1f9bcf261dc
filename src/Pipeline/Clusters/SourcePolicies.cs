namespace Pipeline.Clusters;

/// <summary>The policy of each source, as its operator set it.</summary>
/// <param name="BySource">A source that is not named has none.</param>
public sealed record SourcePolicies(IReadOnlyDictionary<string, SourcePolicy> BySource)
{
    public SourcePolicy Find(string source) => BySource.GetValueOrDefault(source, SourcePolicy.None);
}

/// <summary>How a source's articles stand in clusters.</summary>
public enum SourcePolicy
{
    None,

    /// <summary>Its article is canonical wherever it is in a cluster.</summary>
    Prefer,

    /// <summary>Its article is canonical only where there is no other.</summary>
    NeverCanonical,

    /// <summary>Its articles are never matched by text.</summary>
    NoDedup,
}
