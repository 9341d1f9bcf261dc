using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>
/// Decides between the title that a page states for others and the headline that it shows. JSON-LD has the headline itself, unless it has
/// the site's name or a kicker beside it, was cut, or is the window's title, which is worded for search. What other vocabularies state is
/// often worded for search or has a kicker before it: there the headline on the page counts.
/// </summary>
/// <param name="Stated">The most trusted title, without the site's name.</param>
/// <param name="Raw">The same as it is written.</param>
/// <param name="IsJsonLd">True where JSON-LD states it.</param>
/// <param name="Shared">What social networks are told, without the site's name.</param>
/// <param name="Window">The window's title, without the site's name.</param>
internal sealed record TitleChoice(string Stated, string Raw, bool IsJsonLd, string? Shared, string? Window)
{
    // Longer "headlines" are descriptions.
    private const int MaxHeadlineLength = 150;

    // Letters by which one wording must be longer than another to say more.
    private const int MinFuller = 4;

    // Fewer letters at the end of a longer title are no headline of their own.
    private const int MinLetters = 12;

    // Two wordings of one story share words; a heading that shares none is no headline of it.
    private const double SharedWords = 0.4;

    /// <summary>The stated title, or the shown one where that is the better: <c>true</c>. A title that social networks are told and that is
    /// the whole heading, with its kicker, is its publisher's own wording.</summary>
    public (string Title, bool IsShown) Choose(Headline shown)
    {
        if (Shared is not null && (IsWholeHeading(shown) || IsKickerSharedBy(shown) || IsFullerThan(shown)))
            return (Shared, true);
        if (shown.Text == Stated)
            return (Stated, false);
        return (IsJsonLd ? LosesTo(shown) : !IsKickerBefore(shown.Text, Stated)) ? (shown.Text, true) : (Stated, false);
    }

    private bool IsWholeHeading(Headline shown) =>
        Wording.AreSame(Shared, shown.Whole) && !Wording.AreSame(Shared, shown.Text) && !(IsJsonLd && Wording.AreSame(Stated, shown.Text));

    // What stands before the headline where people read it, on the page and elsewhere, is part of it.
    private bool IsKickerSharedBy(Headline shown) => Wording.AreSame(Shared, shown.Text) && IsKickerBefore(Shared!, Stated);

    // Where heading and JSON-LD share one wording, it is the one for search engines, if the one for readers is not a shorter form of it.
    private bool IsFullerThan(Headline shown) =>
        IsJsonLd && Raw.Length <= MaxHeadlineLength && Shared!.Length <= MaxHeadlineLength
            && Wording.AreSame(shown.Text, Stated)
            && (Wording.Letters(Shared), Wording.Letters(Stated)) is var (shared, stated)
            && shared.Length >= stated.Length + MinFuller && !shared.Contains(stated, StringComparison.Ordinal);

    private bool LosesTo(Headline shown) =>
        Raw.Length > MaxHeadlineLength || WindowTitle.Has(Raw, shown.Text) || IsAgreedOn(shown.Text) || IsCut(shown.Text)
            || IsKickerBefore(Stated, shown.Text)
            || (Wording.AreSame(Window, Stated) && Headline.Likeness(shown.Text, Stated) >= SharedWords
                && !Wording.Letters(shown.Text).Contains(Wording.Letters(Stated), StringComparison.Ordinal));

    // One wording for readers and those they share it with, another for the window and search engines.
    private bool IsAgreedOn(string shown) =>
        Wording.AreSame(Shared, shown) && Wording.AreSame(Window, Stated);

    private bool IsCut(string shown) =>
        Stated.TrimEnd('.', '…', ' ') is var start && start.Length < Stated.Length
            && shown.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        || shown.Length > Stated.Length && shown.StartsWith(Stated, StringComparison.OrdinalIgnoreCase)
            && (Stated.Length >= MaxHeadlineLength / 2 || GoesOn(shown[Stated.Length..]));

    // A second line of a heading begins with a capital; what was cut off goes on in the sentence.
    private static bool GoesOn(string rest) =>
        rest is [' ', var next, _, ..] && (char.IsLower(next) || next is '–' or '—' or '-');

    private static bool IsKickerBefore(string whole, string title) =>
        Wording.Letters(title) is { Length: >= MinLetters } letters && Wording.Letters(whole) is var all && all.Length > letters.Length
            && all.EndsWith(letters, StringComparison.Ordinal);
}
