using System.ComponentModel;
using System.Diagnostics;
using Pipeline.Local.Workspace;

namespace Pipeline.Local.Emulation;

/// <summary>Starts Node.js programs with their three streams redirected.</summary>
internal static class NodeProcess
{
    /// <exception cref="LocalException">Node.js is not installed.</exception>
    public static Process Start(string command, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new LocalException(
                $"The storage emulator needs Node.js, and '{command}' was not found. Install Node.js, or name a storage account with "
                    + $"--connection.");
        }
    }
}
