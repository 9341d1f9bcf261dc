namespace Pipeline.Storage.Tests;

/// <summary>The system's clock with another date: time runs on, so that a pause between two attempts ends.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private TimeSpan shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public void SetUtcNow(DateTimeOffset now) => shift = now - base.GetUtcNow();
}
