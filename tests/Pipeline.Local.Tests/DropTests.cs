using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pipeline.Local.Tests;

public sealed class DropTests(RunningPipeline pipeline)
{
    [Fact]
    public async Task Prints_a_receipt_and_succeeds_where_all_is_well()
    {
        var file = pipeline.Folder.Write("well/post.md", Posts.Post(1));

        var (exitCode, output, _) = await pipeline.DropAsync(file, "--source", "well");

        Assert.Equal(0, exitCode);
        Assert.Contains("well/post.md", output, StringComparison.Ordinal);
        Assert.Contains("1 stored", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_was_rejected_and_why_in_JSON_and_in_its_exit_code()
    {
        pipeline.Folder.Write("mixed/empty.txt", "");
        pipeline.Folder.Write("mixed/post.md", Posts.Post(2));

        var (exitCode, output, _) = await pipeline.DropAsync(pipeline.Folder["mixed"], "--json");

        var files = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(receipt => receipt.GetProperty("file")).ToList();
        Assert.Equal(1, exitCode);
        Assert.Equal(["mixed/empty.txt rejected", "mixed/post.md settled"], files.Select(
            file => $"{file.GetProperty("path")} {file.GetProperty("state")}"));
        Assert.Equal("the file is empty", files[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Says_in_JSON_where_each_article_stands_after_all_files_have_come()
    {
        pipeline.Folder.Write("early/post.md", Posts.Post(31));
        pipeline.Folder.Write("late/post.md", Posts.Post(31).Replace("2026-03-01", "2026-03-02", StringComparison.Ordinal));

        var (_, output, _) = await pipeline.DropAsync(pipeline.Folder["early"], pipeline.Folder["late"], "--json");

        var entries = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(receipt => receipt.GetProperty("entries")[0]).ToList();
        Assert.Equal(["canonical", "duplicate"], entries.Select(entry => entry.GetProperty("now").GetProperty("state").GetString()));
        Assert.Single(entries.Select(entry => entry.GetProperty("now").GetProperty("clusterId").GetString()).Distinct());
    }

    [Fact]
    public async Task Knows_the_same_bytes_again()
    {
        var file = pipeline.Folder.Write("again.md", Posts.Post(3));
        await pipeline.DropAsync(file);

        var (exitCode, output, _) = await pipeline.DropAsync(file);

        Assert.Equal(0, exitCode);
        Assert.Contains("default/again.md", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_backslash_in_a_name_for_a_slash_as_the_store_does()
    {
        var (exitCode, output, _) = await pipeline.DropAsync(pipeline.Folder.Write(@"back\slash.md", Posts.Post(21)));

        Assert.Equal(0, exitCode);
        Assert.Contains("default/back/slash.md", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_where_no_pipeline_runs()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, errors) =
            await LocalProcess.RunAsync("drop", folder.Write("post.md", Posts.Post(4)), "--data", folder["nothing"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("No pipeline runs", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("--urls", "nonsense", "--no-samples")]
    [InlineData("--urls", "http://127.0.0.1:99999", "--no-samples")]
    [InlineData("--connection", "nonsense")]
    [InlineData("--data", "/proc/nothing/here", "--urls", "http://127.0.0.1:0")]
    [InlineData("--wrong")]
    public async Task Says_in_one_sentence_what_is_wrong_with_what_it_was_told(params string[] arguments)
    {
        var (exitCode, output, errors) = await LocalProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_one_sentence_that_the_port_is_taken()
    {
        using var folder = new TemporaryFolder();
        var taken = pipeline.Local.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var (exitCode, output, errors) = await LocalProcess.RunAsync("--data", folder["data"], "--urls", taken, "--no-samples");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"HTTP cannot be served at {taken}: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Ends_with_totals_and_puts_trouble_first_and_twenty_rows_at_most()
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < 30; number++)
            folder.Write($"many/post{number:D2}.md", Posts.Post(300 + number));
        folder.Write("many/z-broken.xml", "");

        var (exitCode, output, errors) = await pipeline.DropAsync(folder["many"]);

        Assert.Equal(1, exitCode);
        Assert.True(output.IndexOf("z-broken.xml", StringComparison.Ordinal) < output.IndexOf("post00.md", StringComparison.Ordinal));
        Assert.Contains("11 more rows", output, StringComparison.Ordinal);
        Assert.Contains("31 files, 1 with trouble", output, StringComparison.Ordinal);
        Assert.DoesNotContain("a second", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^31 of 31 files done, \d+\.\d a second, 1 with trouble: 30 stored$", errors.TrimEnd());
    }

    [Fact]
    public async Task Says_which_files_would_take_each_others_place()
    {
        using var folder = new TemporaryFolder();
        var (one, two) = (folder.Write("one/post.md", Posts.Post(6)), folder.Write("two/post.md", Posts.Post(7)));

        var (exitCode, _, errors) = await pipeline.DropAsync(one, two);

        Assert.Equal(2, exitCode);
        Assert.Contains($"{one} and {two} would both be default/post.md", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_path_does_not_exist()
    {
        var (exitCode, _, errors) = await pipeline.DropAsync(pipeline.Folder["nowhere"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_path_from_the_folder_that_the_command_is_given_in()
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(
            "dotnet", ["run", "--no-build", "-c", Configuration, "--project", ProjectFolder(), "--", "drop", "nowhere"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;

        Assert.Contains(
            folder["nowhere"], await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Configuration => typeof(DropTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string ProjectFolder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src", "Pipeline.Local");
}
