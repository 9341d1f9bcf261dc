namespace Pipeline.Ingestion.Identity;

/// <summary>Sources whose withdrawals count for the articles of every source, as an agency's may for its clients.</summary>
public sealed record TrustedSources(IReadOnlyList<string> MayWithdraw);
