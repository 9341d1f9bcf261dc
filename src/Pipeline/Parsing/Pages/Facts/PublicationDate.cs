using Pipeline.Articles;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Which of the dates that a page has is its publication, and which day that was where it was published.</summary>
/// <param name="byTrust">What each vocabulary states, most trusted first; last what the page shows.</param>
internal sealed class PublicationDate(IReadOnlyList<PageFacts> byTrust)
{
    // The clocks of the world are so far from UTC (Baker Island, Kiritimati).
    private static readonly TimeSpan MostBehind = TimeSpan.FromHours(12);
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(14);

    /// <summary>The date with the vocabulary that states it; <c>null</c> where the page has none.</summary>
    public (PublishedDate Date, string Origin)? Choose()
    {
        var stated = byTrust.Where(facts => facts.Published is not null).ToList();
        if (stated.Count == 0)
            return byTrust.LastOrDefault(facts => facts.Uncertain is not null) is { Uncertain: { } uncertain } last
                ? Settled(uncertain, last.Origin) : null;
        var best = stated.Find(facts => !IsUpdate(facts, stated)) ?? stated[0];
        var chosen = ShownByOthers(best, stated) ?? best;
        return Settled(chosen.Published!, chosen.Origin);
    }

    // A template that has one date for both writes the last change as the publication: an earlier one elsewhere is right.
    private static bool IsUpdate(PageFacts facts, List<PageFacts> stated) =>
        facts.Updated is { } updated && facts.Published!.At == updated.At
            && stated.Exists(other => other.Published!.At < updated.At && !IsOneDay(other.Published, DayOf(facts.Published)));

    // What readers see and a second vocabulary states outweighs the first.
    private PageFacts? ShownByOthers(PageFacts best, List<PageFacts> stated)
    {
        if (byTrust[^1].Published is not { } shown || IsOneDay(best.Published!, DayOf(shown)))
            return null;
        return stated.Find(other => !ReferenceEquals(other, best) && other.Origin != PageFacts.Shown
            && !IsUpdate(other, stated) && IsOneDay(other.Published!, DayOf(shown)));
    }

    // Machines write UTC; an evening in America or a morning in Asia has another day, which the page's address or its readers' date tells.
    private (PublishedDate Date, string Origin) Settled(PublishedDate date, string origin)
    {
        var days = byTrust.Select(facts => facts.AddressDay).Concat(
            byTrust.Reverse().Select(facts => facts.Published is { } other ? DayOf(other) : (DateOnly?)null)).OfType<DateOnly>();
        return date.Day is null && days.Where(day => IsOneDay(date, day)).Select(day => (DateOnly?)day).FirstOrDefault() is { } own
            && own != DayOf(date) ? (date with { Day = own }, origin) : (date, origin);
    }

    private static bool IsOneDay(PublishedDate date, DateOnly day) =>
        DayOf(date) == day || DateOnly.FromDateTime((date.At - MostBehind).UtcDateTime) == day
            || DateOnly.FromDateTime((date.At + MostAhead).UtcDateTime) == day;

    private static DateOnly DayOf(PublishedDate date) => date.Day ?? DateOnly.FromDateTime(date.At.UtcDateTime);
}
