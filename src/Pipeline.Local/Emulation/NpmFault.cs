using System.Text.RegularExpressions;

namespace Pipeline.Local.Emulation;

/// <summary>What kept npm from installing.</summary>
/// <param name="Cause">In words, without a full stop.</param>
/// <param name="IsOfNetwork">Whether another try may do better.</param>
internal sealed partial record NpmFault(string Cause, bool IsOfNetwork)
{
    private static readonly string[] Unreachable = [
        "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ERR_SOCKET_TIMEOUT",
        "FETCH_ERROR", "ENOTCACHED", "EIDLETIMEOUT", "E429", "E500", "E502", "E503", "E504"];

    private static readonly string[] Forbidden = ["EACCES", "EPERM", "EROFS"];

    /// <summary>The fault from what npm printed: its code decides, else its first line that says anything.</summary>
    public static NpmFault Read(string printed)
    {
        var lines = printed.Split('\n').Select(line => Prefix().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["text"].Value.Trim()).Where(text => text.Length > 0).ToList();
        var code = FindValue(lines, "code");
        var path = FindValue(lines, "path");
        return code switch
        {
            not null when Unreachable.Contains(code) =>
                new($"the package registry cannot be reached ({code}); check the network and npm's proxy", IsOfNetwork: true),
            not null when Forbidden.Contains(code) => new($"{path ?? "a folder"} may not be written ({code})", IsOfNetwork: false),
            "ENOSPC" => new("the disk is full (ENOSPC)", IsOfNetwork: false),
            _ => new($"it says \"{(lines.Find(IsSentence) ?? "nothing").TrimEnd('.')}\"", IsOfNetwork: false),
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
