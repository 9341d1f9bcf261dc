using System.Diagnostics;

namespace Pipeline.Local.Dropping;

/// <summary>How far a drop has come: one line that changes where a person watches it, elsewhere a line every few seconds.</summary>
internal sealed class DropProgress(TextWriter output, bool isWatched) : IDisposable
{
    private readonly TimeSpan pause = isWatched ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5);
    private long shown = Stopwatch.GetTimestamp();
    private int width;

    /// <summary>Shows it, unless something was shown just now.</summary>
    public void Show(Func<string> line)
    {
        if (Stopwatch.GetElapsedTime(shown) >= pause)
            Write(line());
    }

    /// <summary>The last word, however soon it comes after the one before: a log keeps it, a person has the totals below it.</summary>
    public void End(string line) => Write(line);

    // What comes next, a receipt or why there is none, begins on a clean line.
    public void Dispose()
    {
        if (width > 0)
            output.Write($"\r{new string(' ', width)}\r");
    }

    private void Write(string line)
    {
        shown = Stopwatch.GetTimestamp();
        if (isWatched)
            output.Write($"\r{line.PadRight(width)}");
        else
            output.WriteLine(line);
        width = isWatched ? line.Length : 0;
    }
}
