using AngleSharp;
using AngleSharp.Browser;

namespace Pipeline.Parsing.Html;

/// <summary>What AngleSharp needs beside its options, from factories that are made once: a parser without a context makes all of them anew,
/// which costs more than reading a short text.</summary>
internal static class HtmlContext
{
    // The charset is known before a text is parsed, and AngleSharp 1.10 looks for one in the content of a meta element by copying the rest
    // of it at each character: 300 KB took it 15 seconds and 90 GB of memory.
    private static readonly IConfiguration Services = Configuration.Default.Without<IMetaHandler>();

    /// <summary>A context for one document.</summary>
    public static IBrowsingContext Open() => BrowsingContext.New(Services);
}
