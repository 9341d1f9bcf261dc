namespace Pipeline.Subscriptions.Rounds;

/// <summary>What a body that came for a subscription turned out to be.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>A feed; what was new in it was dropped.</summary>
    public sealed record Taken(SubscriptionState State, int NewEntries) : Reception;

    /// <summary>A page that names feeds.</summary>
    public sealed record Page(IReadOnlyList<Uri> Feeds) : Reception;

    /// <summary>Nothing that can be followed, and why.</summary>
    public sealed record Refused(string Reason) : Reception;
}
