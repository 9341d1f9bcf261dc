namespace Pipeline.Fetching.Guarding;

/// <summary>An address that the settings do not allow was to be asked; the message says which, without credentials.</summary>
public sealed class RefusedAddressException(string message) : Exception(message);
