namespace Pipeline.Bounds;

/// <summary>Foreign data cost more processor time than it may; the message says so in words that fit a ledger.</summary>
public sealed class CpuBudgetException(TimeSpan limit, Exception? cause)
    : Exception($"reading it takes more than {limit.TotalSeconds:0} s of processor time", cause);
