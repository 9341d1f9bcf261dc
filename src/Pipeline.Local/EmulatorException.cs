namespace Pipeline.Local;

/// <summary>The storage emulator cannot run on this machine; the message says why and what to do.</summary>
public sealed class EmulatorException(string message) : Exception(message);
