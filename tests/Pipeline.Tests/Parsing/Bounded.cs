using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing;

/// <summary>Reads hostile bytes with a limit on the time that one input may take.</summary>
internal static class Bounded
{
    // A result takes milliseconds, a large page seconds; what is quadratic takes many minutes. The limit lies between, far from both,
    // because a busy machine makes a thread ten times slower.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Parses the bytes on a thread of their own and describes all of the result, the members of an archive included.</summary>
    public static void Survives(ReadOnlyMemory<byte> bytes, ParsingLimits? limits = null)
    {
        var parser = new FileParser(new ParsingSettings { Limits = limits ?? new ParsingLimits() });
        var reading = Task.Factory.StartNew(
            () => GoldenJson.Of(parser.Parse(new DroppedFile("golden/file", bytes))), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.True(((IAsyncResult)reading).AsyncWaitHandle.WaitOne(Limit),
            $"not done after {Limit.TotalSeconds} s: {Convert.ToBase64String(bytes.Span[..Math.Min(bytes.Length, 3000)])}");
        Assert.NotEmpty(reading.GetAwaiter().GetResult());
    }
}
