using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace Pipeline.Local.Tests;

/// <summary>What keeps a drop from being done is said in one sentence, with exit code 2.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class DropFaultTests(RunningPipeline pipeline)
{
    private const string OnlyLinux = "The limits and devices of Linux are what makes it fail.";

    // The runtime keeps code in a file of its own, which the limit would hold for too.
    private static readonly Dictionary<string, string> Limited = new() { ["DOTNET_EnableWriteXorExecute"] = "0" };

    [Fact]
    public async Task Says_that_the_store_does_not_answer()
    {
        const string Nowhere = "AccountName=nowhere;AccountKey=bm93aGVyZQ==;BlobEndpoint=http://127.0.0.1:9/nowhere;" +
            "QueueEndpoint=http://127.0.0.1:9/nowhere;TableEndpoint=http://127.0.0.1:9/nowhere";
        using var folder = new TemporaryFolder();

        AssertSaid("does not answer as it should (Connection refused", await LocalProcess.RunAsync(
            "drop", folder.Write("post.md", Posts.Post(5)), "--connection", Nowhere));
    }

    [Fact]
    public async Task Says_which_file_may_not_be_read_and_drops_none()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess && !HasSetpriv(), "Nothing is forbidden to root, and there is no setpriv.");
        using var folder = new TemporaryFolder();
        var first = folder.Write("shut/a.md", Posts.Post(401));
        var closed = folder.Write("shut/b.md", Posts.Post(402));
        Open(folder.Path, folder["shut"]);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        var connection = await File.ReadAllTextAsync(Path.Combine(pipeline.Data, "connection"), TestContext.Current.CancellationToken);

        AssertSaid(closed, await LocalProcess.RunInShellAsync(AsNobody(), "drop", folder["shut"], "--connection", connection));
        Assert.DoesNotContain(
            await pipeline.Local.Api.ListAsync("api/files"),
            file => file.GetProperty("path").GetString() == $"shut/{Path.GetFileName(first)}");
    }

    [Fact]
    public async Task Says_which_folder_may_not_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess && !HasSetpriv(), "Nothing is forbidden to root, and there is no setpriv.");
        using var folder = new TemporaryFolder();
        folder.Write("open/shut/a.md", Posts.Post(403));
        Open(folder.Path, folder["open"]);
        File.SetUnixFileMode(folder["open/shut"], UnixFileMode.None);

        var said = await LocalProcess.RunInShellAsync(AsNobody(), "drop", folder["open"], "--connection", "UseDevelopmentStorage=true");

        Open(folder["open/shut"]);
        AssertSaid(folder["open/shut"], said);
    }

    [Fact]
    public async Task Says_that_the_receipt_finds_no_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), OnlyLinux);

        var (exitCode, _, errors) = await LocalProcess.RunInShellAsync(
            "exec RUN > /dev/full", "drop", pipeline.Folder.Write("room.md", Posts.Post(404)), "--json", "--data", pipeline.Data);

        Assert.Equal(2, exitCode);
        Assert.Equal("No space left on device", errors.Trim().Split('\n')[^1].Split(':')[0].Trim());
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_store_finds_no_room_and_takes_the_next_file_that_has_some()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), OnlyLinux);
        using var folder = new TemporaryFolder();
        await using var local =
            await LocalProcess.StartInShellAsync("ulimit -f 200; exec RUN", folder["data"], Limited, "--no-samples");

        AssertSaid("disk", await LocalProcess.RunAsync(
            "drop", folder.Write("large.md", new string('x', 400_000)), "--data", folder["data"]));
        var (exitCode, output, _) =
            await LocalProcess.RunAsync("drop", folder.Write("small.md", Posts.Post(405)), "--data", folder["data"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("1 stored", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_at_the_start_that_there_is_no_Node()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), OnlyLinux);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["bin"]);
        // What is beside dotnet may be node.
        AssertSaid("Install Node.js", await LocalProcess.RunInShellAsync(
            $"dotnet=$(readlink -f \"$(command -v dotnet)\"); ln -s \"$dotnet\" '{folder["bin"]}/dotnet'; PATH='{folder["bin"]}'; exec RUN",
            "--data", folder["data"], "--urls", "http://127.0.0.1:0", "--no-samples"));
    }

    [Theory]
    [InlineData("the package registry cannot be reached (ENOTFOUND)", "npm error code ENOTFOUND", "npm error syscall getaddrinfo",
        "npm error errno ENOTFOUND", "npm error network request to the registry failed, reason: getaddrinfo ENOTFOUND")]
    [InlineData("/home/reader/.npm/_cacache may not be written (EACCES)", "npm ERR! code EACCES", "npm ERR! syscall mkdir",
        "npm ERR! path /home/reader/.npm/_cacache", "npm ERR! errno -13", "npm ERR! Your cache folder contains root-owned files.")]
    [InlineData("the disk is full (ENOSPC)", "npm error code ENOSPC", "npm error nospc ENOSPC: no space left on device, write")]
    [InlineData("it says \"Unsupported engine\"", "npm warn old lockfile", "npm error code EBADENGINE", "npm error Unsupported engine.",
        "npm error     at something (/usr/lib/node_modules/npm/lib/cli.js:1)")]
    [InlineData("it says \"nothing\"")]
    public async Task Says_in_one_sentence_why_npm_could_not_install_the_emulator(string cause, params string[] printed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), OnlyLinux);
        using var folder = new TemporaryFolder();
        var npm = folder.Write(
            "bin/npm", $"#!/bin/sh\necho >> '{folder["runs"]}'\ncat >&2 <<'END'\n{string.Join('\n', printed)}\nEND\nexit 1\n");
        File.SetUnixFileMode(npm, (UnixFileMode)0b111_101_101);

        var (exitCode, output, errors) = await LocalProcess.RunInShellAsync(
            $"export PATH='{folder["bin"]}':$PATH XDG_DATA_HOME='{folder["installed"]}'; exec RUN",
            "--data", folder["data"], "--urls", "http://127.0.0.1:0", "--no-samples");

        Assert.Equal((2, ""), (exitCode, output));
        var said = Assert.Single(errors.Trim().Split('\n'), line => !line.StartsWith("Installing ", StringComparison.Ordinal));
        Assert.StartsWith($"npm could not install the storage emulator (Azurite): {cause}", said, StringComparison.Ordinal);
        Assert.EndsWith("a storage account named with --connection takes its place.", said, StringComparison.Ordinal);
        // A network that fails for a moment does not keep it from being installed.
        Assert.Equal(
            cause.Contains("reached", StringComparison.Ordinal) ? 3 : 1,
            (await File.ReadAllLinesAsync(folder["runs"], TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Shows_how_many_entries_of_a_large_file_are_done()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "There is no script to make a terminal with.");
        using var folder = new TemporaryFolder();
        var file = folder.Write("large/feed.xml", Posts.Feed(900));
        await using var local = await LocalProcess.StartAsync(folder["data"], new Dictionary<string, string>(), "--no-samples");

        var (exitCode, terminal, _) = await LocalProcess.RunInShellAsync(
            $"printf -v line '%q ' RUN; exec script -qec \"$line > '{folder["receipt"]}'\" /dev/null",
            "drop", file, "--json", "--data", folder["data"]);

        Assert.Equal(0, exitCode);
        var done = DoneEntries().Matches(terminal).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(done);
        Assert.Equal(done.Order(), done);
        Assert.InRange(done[^1], 1, 900);
    }

    [Fact]
    public async Task Shows_a_person_one_line_that_changes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "There is no script to make a terminal with.");
        using var folder = new TemporaryFolder();
        for (var number = 0; number < 12; number++)
            folder.Write($"shown/post{number:D2}.md", Posts.Post(420 + number));
        folder.Write("shown/z-broken.xml", "");

        var (exitCode, terminal, _) = await LocalProcess.RunInShellAsync(
            $"printf -v line '%q ' RUN; exec script -qec \"$line > '{folder["receipt"]}'\" /dev/null",
            "drop", folder["shown"], "--json", "--data", pipeline.Data);

        Assert.Equal(1, exitCode);
        Assert.Contains("\r13 of 13 files done, ", terminal, StringComparison.Ordinal);
        Assert.Matches(@"\r\d+ of 13 files done, \d+\.\d a second, \d+ with trouble: \d+ stored", terminal);
        Assert.DoesNotContain('\n', terminal);
        Assert.DoesNotContain(
            "a second", await File.ReadAllTextAsync(folder["receipt"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static void AssertSaid(string expected, (int ExitCode, string Output, string Errors) said)
    {
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains(expected, Assert.Single(said.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static void Open(params string[] folders)
    {
        foreach (var folder in folders)
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
    }

    private static bool HasSetpriv() => File.Exists("/usr/bin/setpriv");

    private static string AsNobody() => Environment.IsPrivilegedProcess
        ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups RUN"
        : "exec RUN";

    [GeneratedRegex(@"0 of 1 files done, [^;]*; feed\.xml: (\d+) of 900 entries done", RegexOptions.None, 1000)]
    private static partial Regex DoneEntries();
}
