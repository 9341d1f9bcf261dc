using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Enrichment.Lines;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Splitting;

namespace Pipeline.Enrichment.Steps;

/// <summary>What every step may read: the entry as published and its body, parsed and cleaned once for all.</summary>
internal sealed partial record EnrichmentInput(Entry Entry, ArticleMarkup Body)
{
    /// <summary>The text without its dateline, the lines that only say who made it, and addresses that are written out.</summary>
    public string Story => field ??= CreditLines.Without(Dateline.StrippedFrom(WithoutAddresses(Body.Text)));

    /// <summary>The words of the title and, from the next line on, of the story; split once for all that counts them.</summary>
    public TextWords Words => field ??= TextWords.FromText($"{Entry.Title}\n{Story}");

    // The expression reads every character, and most texts write no address out.
    private static string WithoutAddresses(string text) => MayHoldAddress(text) ? Address().Replace(text, " ") : text;

    private static bool MayHoldAddress(string text)
    {
        for (var slash = text.IndexOf('/'); slash >= 0; slash = text.IndexOf('/', slash + 1))
            if (slash > 0 && (text[slash - 1] == ':' || char.IsAsciiLetterLower(text[slash - 1])))
                return true;
        return text.Contains("www.", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(?:https?://|www\.)[!-~]+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,4}/[!-~]+", RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Address();
}
