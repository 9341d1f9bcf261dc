namespace Pipeline.Enrichment.Languages;

/// <summary>
/// When a declared language that the detector has no profile of is to be believed: a text in it is taken for the nearest language that
/// has one. Nobody declares Bosnian or Tatar by default; but who publishes in a small language publishes in a large one as well.
/// </summary>
internal static class Relatives
{
    // By how much a large language has to beat every other: a text in an unknown one is far from all of them, and from none much farther.
    private const double MinMargin = 2.0;

    // Those in which publishers of other languages publish too, and the languages whose texts look like theirs.
    private static readonly Dictionary<string, string[]> Large = new(StringComparer.Ordinal)
    {
        ["ar"] = ["acm", "apc", "ary", "arz"],
        ["de"] = ["bar", "gsw", "lb", "nds"],
        ["en"] = ["bi", "gpe", "jam", "kri", "pcm", "sco", "tpi"],
        ["es"] = ["an", "ast", "cbk", "ext", "gl", "lad"],
        ["fr"] = ["frp", "gcr", "ht", "oc", "pcd", "wa"],
        ["hi"] = ["awa", "bho", "doi", "hne", "kok", "mag", "mai", "ne", "raj", "sa"],
        ["id"] = ["ace", "ban", "bjn", "jv", "min", "ms", "su"],
        ["it"] = ["co", "fur", "lij", "lmo", "nap", "pms", "sc", "scn", "vec"],
        ["pt"] = ["gl", "kea", "mwl"],
        ["ru"] = ["rue"],
    };

    // Those that a script alone decides for, and what else is written in it.
    private static readonly Dictionary<string, string[]> OfOneScript = new(StringComparer.Ordinal)
    {
        ["am"] = ["ti", "tig"],
        ["bn"] = ["as", "bpy", "mni"],
        ["bo"] = ["dz"],
        ["el"] = ["grc", "pnt"],
        ["he"] = ["lad", "yi"],
        ["hy"] = ["hyw"],
        ["ka"] = ["lzz", "xmf"],
        ["kn"] = ["tcy"],
        ["ko"] = ["jje"],
        ["my"] = ["ksw", "mnw", "shn"],
        ["zh"] = ["gan", "hak", "nan", "wuu", "yue"],
    };

    // The profile is of one script, and the language is written in others too.
    private static readonly Dictionary<string, Script[]> OtherScripts = new(StringComparer.Ordinal)
    {
        ["az"] = [Script.Arab, Script.Cyrl],
        ["kk"] = [Script.Arab, Script.Latn],
        ["pa"] = [Script.Arab],
        ["sr"] = [Script.Latn],
    };

    /// <summary>Whether the text may be in the declared language although it was taken for another.</summary>
    public static bool MayBe(string declared, LanguageGuess guess)
    {
        var (language, taken) = (LanguageTag.Primary(declared), LanguageTag.Primary(guess.Language));
        if (LanguageDetector.Knows(language) && !IsOtherScript(language, guess.Script))
            return false;
        if (guess.Margin >= LanguageDetector.ByScript)
            return OfOneScript.TryGetValue(taken, out var others) && others.Contains(language);
        return !Large.TryGetValue(taken, out var lookAlikes) || lookAlikes.Contains(language) || guess.Margin < MinMargin;
    }

    /// <summary>The declared tag, with the text's script where its language is mostly written in another.</summary>
    public static string Tag(string declared, Script script)
    {
        var language = LanguageTag.Primary(declared);
        return IsOtherScript(language, script)
            ? string.Join('-', [language, script.ToString(), .. declared.Split('-').Skip(1).Where(part => part.Length != 4)])
            : declared;
    }

    private static bool IsOtherScript(string language, Script script) =>
        OtherScripts.TryGetValue(language, out var scripts) && scripts.Contains(script);
}
