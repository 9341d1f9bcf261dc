namespace Pipeline.Evaluation.Copies;

/// <summary>How the sets of copies arrive.</summary>
/// <param name="Order">The order that is measured and dumped.</param>
/// <param name="Others">How many other orders are compared with it.</param>
internal sealed record ArrivalOptions(ArrivalOrder Order, int Others)
{
    /// <summary>Backwards first, then random ones.</summary>
    public IEnumerable<ArrivalOrder> OtherOrders => Enumerable.Range(1, int.MaxValue)
        .Select(ArrivalOrder.ForSeed)
        .Prepend(ArrivalOrder.File)
        .Prepend(ArrivalOrder.Reversed)
        .Where(order => order != Order)
        .Take(Others);
}
