namespace Pipeline.Parsing.Html;

/// <summary>Ends AngleSharp's work from inside: it takes no other sign to stop.</summary>
internal sealed class BeyondBoundsException : Exception;
