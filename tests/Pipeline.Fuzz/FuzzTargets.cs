using System.Text;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Http.Cursors;
using Pipeline.Http.Routing;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Fuzz;

/// <summary>Everything that foreign bytes reach.</summary>
internal static class FuzzTargets
{
    // Enough to meet every step; a feed of thousands would leave no time for other inputs.
    private const int EnrichedEntries = 3;

    private static readonly FileParser Parser = new(new ParsingSettings());
    private static readonly ArticleEnricher Enricher = new(new EnrichmentSettings());
    private static readonly CursorSigner Signer = new(new byte[32]);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("files", bytes => Read(new DroppedFile("fuzz/file", bytes), null)),
        new("enricher", bytes => Read(new DroppedFile("fuzz/file", bytes), Enrich)),
        new("cursors", ReadCursors),
        new("filters", ReadFilters),
    ];

    private static void Read(DroppedFile file, Action<Entry>? each)
    {
        switch (Parser.Parse(file))
        {
            case ParseResult.Archive archive:
                foreach (var member in archive.Members.Select(member => member.File).OfType<DroppedFile>())
                    Read(member, each);
                break;
            case ParseResult.Parsed parsed when each is not null:
                foreach (var entry in parsed.Entries.OfType<ParsedEntry.Readable>().Take(EnrichedEntries))
                    each(entry.Entry);
                break;
        }
    }

    // An entry that costs too much is rejected by the stage, as a file is by its parser.
    private static void Enrich(Entry entry)
    {
        try
        {
            Enricher.Enrich(entry, new EntryOrigin("fuzz/file", "1", 0), "fuzz", DateTimeOffset.UnixEpoch);
        }
        catch (CpuBudgetException)
        {
            // What it cost is measured all the same.
        }
    }

    private static void ReadCursors(byte[] bytes)
    {
        foreach (var kind in Enum.GetValues<CursorKind>())
        {
            Signer.Read(kind, "", Encoding.Latin1.GetString(bytes));
            Signer.Read(kind, "", Convert.ToBase64String(bytes));
            Signer.Read(kind, "", Signer.Sign(kind, "", Encoding.UTF8.GetString(bytes)));
        }
    }

    private static void ReadFilters(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Parameter[] parameters = [
            .. Parameters.Filters, Parameters.Include, Parameters.Fields, Parameters.Limit, Parameters.Cursor, Parameters.Since,
            Parameters.State, Parameters.Fate];
        foreach (var parameter in parameters)
        {
            parameter.Accepts(text);
            parameter.Accepts(text[..Math.Min(text.Length, 20)]);
        }
    }
}
