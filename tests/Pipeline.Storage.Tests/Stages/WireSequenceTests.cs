using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Maintenance;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>
/// Every folder under <c>Sequences/</c> is what a newsroom receives (feeds as well as wires), in the order of its names
/// (<c>1-SOURCE-what.json</c>; a wait is a text
/// file with a duration), beside <c>expected.json</c>: every entry's fate, where the articles stand at the end, and the log that pollers
/// read.
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes the expectations anew: read the difference before it is committed.
/// </summary>
public sealed partial class WireSequenceTests(EmulatorFixture emulator)
{
    private const string Expected = "expected.json";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Stages", "Sequences");

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Sequences =>
        [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task A_sequence_of_wire_files_ends_as_expected(string sequence)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var (fates, log) = (new List<string>(), new List<string>());
        var seen = 0L;
        foreach (var file in ListFiles(sequence))
        {
            var fatesOfFile = (await TakeAsync(pipeline, file)).ToList();
            var changes = await pipeline.Get<CatalogStore>().ListChangesAsync(seen, 1000, TestPipeline.Token);
            var lines = changes.Select(change => $"{change.Kind}: {Line(change.Article)}");
            // The entries of one file go their ways side by side, in whatever order.
            fates.AddRange(fatesOfFile.Order(StringComparer.Ordinal));
            log.AddRange(fatesOfFile.Count > 1 ? lines.Order(StringComparer.Ordinal) : lines);
            seen = changes.Count > 0 ? changes[^1].Sequence : seen;
        }

        var articles = await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true, IncludeWithdrawn = true });
        var actual = JsonSerializer.Serialize(
            new
            {
                Fates = fates,
                Standing = articles.Select(Line).Order(StringComparer.Ordinal),
                Log = log,
            },
            Indented) + "\n";

        if (Updates)
            await File.WriteAllTextAsync(Path.Combine(InSources(), sequence, Expected), actual, TestPipeline.Token);
        var expectation = Path.Combine(Updates ? InSources() : Root, sequence, Expected);
        Assert.True(File.Exists(expectation), $"{sequence} has no expectation: UPDATE_GOLDEN=1 writes it");
        Assert.Equal((await File.ReadAllTextAsync(expectation, TestPipeline.Token)).ReplaceLineEndings("\n"), actual);
    }

    private static IEnumerable<string> ListFiles(string sequence) =>
        Directory.EnumerateFiles(Path.Combine(Root, sequence))
            .Where(file => Path.GetFileName(file) != Expected)
            .Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> TakeAsync(TestPipeline pipeline, string file)
    {
        var (name, content) = (Path.GetFileName(file), await File.ReadAllTextAsync(file, TestPipeline.Token));
        if (name.EndsWith(".txt", StringComparison.Ordinal))
        {
            pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow() + TimeSpan.Parse(content, formatProvider: null));
            await pipeline.Get<EmbargoRelease>().ReleaseAsync(TestPipeline.Token);
            return [];
        }

        var path = $"{name.Split('-')[1]}/{name}";
        await pipeline.DropAsync(path, content);
        var ledger = pipeline.Get<LedgerStore>();
        var version = (await ledger.FindFileAsync(path, TestPipeline.Token))!.Version;
        var fates = await ledger.ListFatesAsync(path, version, TestPipeline.Token);
        return fates.Select(fate => $"{name}: {fate.Fate}{(fate.Reason is { } reason ? $", {Ids().Replace(reason, "…")}" : "")}");
    }

    private static string Line(ArticleSummary article) =>
        $"{article.State}, {article.Source}, {article.Title}, revision {article.Revision}{By(article)}{string.Concat(
            article.Flags.Select(flag => $", {flag}"))}";

    private static string By(ArticleSummary article) => article.Authors.Count > 0 ? $", by {string.Join(" and ", article.Authors)}" : "";

    private static string InSources([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Sequences");

    [GeneratedRegex("[a-z2-7]{26}")]
    private static partial Regex Ids();
}
