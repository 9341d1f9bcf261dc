using System.Text.RegularExpressions;

namespace Pipeline.Local.Emulation;

/// <summary>What kept npm from installing, in words.</summary>
internal static partial class NpmFault
{
    private static readonly string[] Unreachable = [
        "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ERR_SOCKET_TIMEOUT",
        "FETCH_ERROR", "ENOTCACHED", "EIDLETIMEOUT"];

    private static readonly string[] Forbidden = ["EACCES", "EPERM", "EROFS"];

    /// <summary>The cause, without a full stop, from what npm printed: its code decides, else its first line that says anything.</summary>
    public static string Describe(string printed)
    {
        var lines = printed.Split('\n').Select(line => Prefix().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["text"].Value.Trim()).Where(text => text.Length > 0).ToList();
        var code = FindValue(lines, "code");
        var path = FindValue(lines, "path");
        return code switch
        {
            not null when Unreachable.Contains(code) => $"the package registry cannot be reached ({code}); check the network and npm's proxy",
            not null when Forbidden.Contains(code) => $"{path ?? "a folder"} may not be written ({code})",
            "ENOSPC" => "the disk is full (ENOSPC)",
            _ => $"it says \"{(lines.Find(IsSentence) ?? "nothing").TrimEnd('.')}\"",
        };
    }

    private static string? FindValue(List<string> lines, string name) =>
        lines.Find(line => line.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

    // Facts that npm prints line by line are no sentence: "code E404", "errno -13".
    private static bool IsSentence(string line) => !Fact().IsMatch(line);

    [GeneratedRegex(@"^npm (error|ERR!) (?<text>.*)$", RegexOptions.None, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(code|errno|syscall|path|dest) ", RegexOptions.None, 1000)]
    private static partial Regex Fact();
}
