namespace Pipeline.Local.Workspace;

/// <summary>What was asked for cannot be done on this machine; the message says why and what to do.</summary>
public sealed class LocalException(string message) : Exception(message);
