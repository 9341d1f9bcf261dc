namespace Pipeline.Bounds;

/// <summary>What bounds the regular expressions over foreign text. Its constants are in scope in the whole project.</summary>
internal static class ExpressionLimits
{
    /// <summary>
    /// Milliseconds after which a match is given up. Every expression is linear and needs a thousandth of this for the largest text;
    /// the limit is there for the one that turns out not to be.
    /// </summary>
    public const int MatchTimeout = 2_000;
}
