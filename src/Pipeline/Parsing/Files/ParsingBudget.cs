using Pipeline.Bounds;

namespace Pipeline.Parsing.Files;

/// <summary>
/// What one dropped file may still cost: shared with everything packed in it, so that archives in archives cost no more together
/// than one archive may.
/// </summary>
/// <param name="limits">The limits of the outermost file.</param>
/// <param name="fileBytes">Its size.</param>
internal sealed class ParsingBudget(ParsingLimits limits, long fileBytes)
{
    private int members;

    public CpuBudget Cpu { get; } = new(limits.CpuTime);

    /// <summary>The bytes that may still be unpacked.</summary>
    public long BytesLeft { get; private set; } = Math.Min(limits.ArchiveBytes, fileBytes * limits.ArchiveRatio);

    /// <summary>False once the members are more than the limit.</summary>
    public bool TryTakeMember() => members < limits.ArchiveMembers && ++members > 0;

    public void TakeBytes(long bytes) => BytesLeft -= bytes;
}
