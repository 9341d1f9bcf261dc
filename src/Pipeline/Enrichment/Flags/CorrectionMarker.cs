using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Flags;

/// <summary>
/// Finds the words by which a newsroom marks a story as the corrected one of a story that it sent before: at the head of the title or of
/// the text, or in brackets before the text. A story about corrections has the word elsewhere, or goes on without a colon or a dash.
/// </summary>
internal static partial class CorrectionMarker
{
    // Whatever stands before a marker is a slug, a place or a date.
    private const int Reach = 200;

    /// <summary>The marker as it is written; <c>null</c> where there is none.</summary>
    public static string? FindIn(string title, string text)
    {
        var start = text[..Math.Min(Reach, text.Length)];
        title = title[..Math.Min(Reach, title.Length)];
        return Find(Head(), title) ?? Find(Head(), start) ?? Find(Bracketed(), title) ?? Find(Bracketed(), start);
    }

    private static string? Find(Regex marker, string text) =>
        marker.Match(text) is { Success: true } match ? match.Groups["word"].Value : null;

    [GeneratedRegex(
        @"^(?>\s*)(?:(?:rpt|repeat|update|wrapup)\s?\d?\s?[-–—:]\s?)?[\[(【（]?(?>\s*)"
            + @"(?<word>correction|corrected|recasts to correct|berichtigung|berichtigt|korrektur|korrigiert|corrección|corregido"
            + @"|corregida|fe de errores|rectificatif|correctif|corrigé|correzione|corretto|errata corrige|errata|correção|corrigido"
            + @"|corrigida|rectificatie|correctie|gecorrigeerd|sprostowanie|korekta|oprava|opraveno|rättelse|rettelse|rettet|oikaisu"
            + @"|korjattu|düzeltme|исправлено|исправление|поправка|уточнение|виправлено"
            + @"|تصحيح|תיקון|更正|訂正|订正|勘误|勘誤|정정|바로잡습니다)"
            + @"(?>\s*)(?:\d{1,2}\s?)?[\])】）:：\-–—]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Head();

    [GeneratedRegex(
        @"[\[(（【](?<word>corrects|correcting|corrected|correction|berichtigt|korrigiert|corrige|corregido|corrección|corrigé"
            + @"|rectifie|corregge|corretto|correção|corrigido|gecorrigeerd|korrigerar|korrigerer|oprava"
            + @"|исправляет|исправлено|исправлена|виправлено|更正|訂正|订正|勘误|정정)"
            + @"(?:[^\p{L}\])）】]|[\])）】]|\p{Lo})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Bracketed();
}
