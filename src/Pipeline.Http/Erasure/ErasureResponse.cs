namespace Pipeline.Http.Erasure;

/// <summary>What a request erased.</summary>
/// <param name="Erased">The ids of the articles.</param>
/// <param name="IsMore">True where there is more of the source: send the request again.</param>
public sealed record ErasureResponse(IReadOnlyList<string> Erased, bool IsMore);
