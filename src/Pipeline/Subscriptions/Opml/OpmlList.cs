namespace Pipeline.Subscriptions.Opml;

/// <summary>What a list holds.</summary>
/// <param name="Subscriptions">In the order of the list, each address once.</param>
/// <param name="Notes">What a person should know: which lines could not be read.</param>
public sealed record OpmlList(IReadOnlyList<Subscription> Subscriptions, IReadOnlyList<string> Notes);
