using System.Runtime.InteropServices;

namespace Pipeline.Bounds;

/// <summary>
/// The processor time that the current thread has used: unlike the time of day it does not run on while other threads have the
/// processor, so that a busy machine makes no file more expensive.
/// </summary>
internal static class ThreadCpuClock
{
    // CLOCK_THREAD_CPUTIME_ID, by the headers of Linux and of macOS.
    private const int LinuxClock = 3;
    private const int MacClock = 16;

    public static TimeSpan Elapsed => OperatingSystem.IsWindows() ? ReadWindows() : ReadUnix();

    private static TimeSpan ReadUnix()
    {
        _ = ReadClock(OperatingSystem.IsMacOS() ? MacClock : LinuxClock, out var time);
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    private static TimeSpan ReadWindows()
    {
        _ = ReadTimes(CurrentThread(), out _, out _, out var kernel, out var user);
        return TimeSpan.FromTicks(kernel + user);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ReadClock(int clock, out UnixTime time);

    [DllImport("kernel32", EntryPoint = "GetCurrentThread")]
    private static extern nint CurrentThread();

    [DllImport("kernel32", EntryPoint = "GetThreadTimes")]
    private static extern int ReadTimes(nint thread, out long creation, out long exit, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private struct UnixTime
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
