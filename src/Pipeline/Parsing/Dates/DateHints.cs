namespace Pipeline.Parsing.Dates;

/// <summary>What is known about a date from around it, for spellings that mean two days.</summary>
/// <param name="Language">The text's language, by which the spellings of months that two languages share are told apart; <c>null</c> where
/// unknown.</param>
/// <param name="IsMonthFirst">How two numbers with slashes are read where both could be the month; <c>null</c> leaves such a date
/// unread.</param>
internal sealed record DateHints(string? Language = null, bool? IsMonthFirst = null)
{
    public static readonly DateHints None = new();
}
