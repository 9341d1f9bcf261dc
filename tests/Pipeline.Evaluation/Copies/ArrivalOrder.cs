using System.CommandLine.Parsing;
using System.Globalization;

namespace Pipeline.Evaluation.Copies;

/// <summary>The order in which a set's articles arrive: <c>file</c>, <c>reversed</c> or <c>random:SEED</c>, the same at each run.</summary>
internal sealed record ArrivalOrder(string Name)
{
    private const string Random = "random:";

    public static ArrivalOrder File { get; } = new("file");

    public static ArrivalOrder Reversed { get; } = new("reversed");

    public static ArrivalOrder ForSeed(int seed) => new(Random + seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>For the command line; what is no order is its error.</summary>
    public static ArrivalOrder Parse(ArgumentResult argument)
    {
        var order = new ArrivalOrder(argument.Tokens[0].Value);
        if (order != File && order != Reversed && order.Seed is null)
            argument.AddError($"--order is file, reversed or random:SEED, not {order.Name}.");
        return order;
    }

    public T[] Arrange<T>(IEnumerable<T> articles)
    {
        var arranged = articles.ToArray();
        if (this == Reversed)
            Array.Reverse(arranged);
        else if (Seed is { } seed)
            new System.Random(seed).Shuffle(arranged);
        return arranged;
    }

    private int? Seed => Name.StartsWith(Random, StringComparison.Ordinal)
        && int.TryParse(Name.AsSpan(Random.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;
}
