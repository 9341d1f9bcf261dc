namespace Pipeline.Benchmarks.Costs;

/// <summary>What the costs are computed from, by name.</summary>
internal sealed class MeasuredFigures(IReadOnlyDictionary<string, double> values)
{
    /// <summary>Operations as <c>OperationTests</c> and the benchmarks <c>operations</c> and <c>retention</c> print them.</summary>
    public static readonly IReadOnlyList<(string Name, double Value, string Meaning)> Names =
    [
        ("new", 6.4, "storage operations of a new article, ten entries a file"),
        ("copy", 10.7, "the same of a copy"),
        ("unchanged", 0.7, "the same of an entry that the version of its file before had"),
        ("worst", 16.7, "the same of a new article with other stories in every band"),
        ("expired", 29.6, "the same of an article that expires"),
        ("queued", 0.3, "those of new, copy and worst that are the queue's: send, receive and delete a message of ten entries"),
        ("file", 3, "operations of a file in tables, whatever is in it: its row, its fates, its settling"),
        ("entries", 10, "entries a file"),
        ("polls", 20, "how often a feed shows an entry again, which is then unchanged"),
        ("rate", 34, "articles a second that an instance takes from a full queue (5,000 in 145 s, with the emulator beside it)"),
        ("commits", 300, "commits a second that all instances make together"),
        ("instances", 40, "instances at most (maximumInstances)"),
        ("timers", 159_870, "runs of all timers in 30 days"),
    ];

    public double this[string name] => values[name];
}
