namespace Pipeline.Matching;

/// <summary>Why two articles carry one text.</summary>
/// <param name="Rule">The rule that fired.</param>
/// <param name="Resemblance">Share of the weighted shingles of both that both have, 0 to 1; 0 where an editor joined them.</param>
/// <param name="Containment">Share of the smaller text that is in the larger, 0 to 1; 0 where an editor joined them.</param>
public sealed record Match(MatchRule Rule, double Resemblance, double Containment)
{
    /// <summary>Whether both are one source's and say other figures or names in the same places, so that the later mends the
    /// earlier.</summary>
    public bool IsMended { get; init; }
}

/// <summary>The rules that make two articles one story text.</summary>
public enum MatchRule
{
    /// <summary>The normalised texts are equal.</summary>
    ExactText,

    /// <summary>Edited, but the same text throughout.</summary>
    Resemblance,

    /// <summary>One is an abridged, extended or retopped version of the other.</summary>
    Containment,

    /// <summary>An editor said so.</summary>
    Editor,
}
