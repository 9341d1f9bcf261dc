using System.Runtime.Versioning;

namespace Pipeline.Local.Tests;

/// <summary>What keeps a drop from being done is said in one sentence, with exit code 2.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DropFaultTests(RunningPipeline pipeline)
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
}
