using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>The built-in background model: which words are common, without any statistics at run time.</summary>
internal static class WordKinds
{
    private const int MaxShortWordLength = 3;

    private static readonly HashSet<string> Common = new(
        """
        about after also been before being between both could down even from have here into just like made many more most much must only
        other
        over said same should some such than that their them then there these they this those through under until very were what when where
        which while whom will with would your como cuando desde entre este esta hasta para pero porque sobre también avec cette comme dans
        elle être leur mais nous plus pour sans sont sous aber auch dass dem eine einem einen einer haben nach nicht noch oder sich sind
        über
        werden wird wurde alla anche come della delle nella questo sono mais como pela pelo uma voor niet zijn wordt door
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    // The characters of Chinese function words, in both scripts, and the particles of Japanese.
    private const string CommonCharacters =
        "的一是了在不有我他她它這这個个們们中來来上大為为和地到說说要就出也你以會会可裡里對对生能而子那得于於自之下過过去然後后沒没與与但被從从很都還还把讓让並并或及其所将將已" +
        "のはがをにとでもへやかなたてしいるれさらり";

    // What turns a report into its opposite, in the languages that the pipeline names first. A form of a word that is missing here is an ordinary word.
    private static readonly Dictionary<string, WordKind> Directions = new Dictionary<WordKind, string>
    {
        [WordKind.Up] =
            """
            raise raises raised raising rise rises rose risen rising increase increases increased increasing higher gain gains gained up surge surged surges
            climb climbed climbs jump jumped jumps profit win wins won winning approve approves approved approval accept accepts accepted open opens opened
            begin begins began agree agrees agreed buy buys bought hire hires hired acquit acquitted innocent
            steigt stieg steigen gestiegen erhöht erhöhte erhöhen höher gewinnt gewann gewonnen genehmigt gewinn
            monte hausse augmente augmenté relève relevé gagne gagné victoire approuve approuvé bénéfice
            sube subió subieron suben aumenta aumentó aumento gana ganó alza aprueba aprobó beneficio
            sale salito aumenta aumentato rialzo vince vinto vittoria approva approvato utile
            """,
        [WordKind.Down] =
            """
            cut cuts cutting lower lowers lowered lowering fall falls fell fallen falling decrease decreases decreased decline declines declined declining drop
            drops dropped down slide slid slump slumped loss losses lose loses lost losing reject rejects rejected refuse refuses refused close closes closed
            end ends ended disagree disagreed sell sells sold fire fired convict convicted guilty
            sinkt sank sinken gesunken senkt senkte senken niedriger verliert verlor verloren abgelehnt verlust
            baisse baissé abaisse abaissé recule reculé perd perdu défaite rejette rejeté perte
            baja bajó bajaron bajan reduce redujo pierde perdió caída cae cayó rechaza rechazó pérdida
            scende sceso cala calato ribasso perde perso sconfitta respinge respinto perdita
            """,
        [WordKind.Level] =
            """
            unchanged steady hold holds held keep keeps kept maintain maintains maintained flat stable
            unverändert unveränderte stabil inchangé inchangés inchangée stable maintient maintenu mantiene mantuvo invariable sinvariato invariato invariati stabile
            """,
        [WordKind.Negation] =
            """
            not no never none without deny denies denied cannot isn't won't didn't doesn't don't wasn't aren't nicht kein keine keinen nie ohne
            ne pas jamais aucun aucune sans nunca jamás sin ningún non senza mai nessun
            """,
    }.SelectMany(kind => kind.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, kind.Key)))
        .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, WordKind> DirectionCharacters = new Dictionary<WordKind, string>
    {
        [WordKind.Up] = "升涨增赢胜",
        [WordKind.Down] = "降跌减输败",
        [WordKind.Level] = "平",
        [WordKind.Negation] = "不没未无非",
    }.SelectMany(kind => kind.Value.Select(c => (c, kind.Key))).ToDictionary(pair => pair.c.ToString(), pair => pair.Key, StringComparer.Ordinal);

    public static WordKind Classify(Word word)
    {
        if (IsNumber(word.Text))
            return WordKind.Number;
        if (Directions.TryGetValue(word.Text, out var direction) || DirectionCharacters.TryGetValue(word.Text, out direction))
            return direction;
        if (IsCommon(word.Text))
            return WordKind.Common;
        return word.IsCapitalized ? WordKind.Name : WordKind.Ordinary;
    }

    public static bool IsSpaceless(string word) => Rune.TryGetRuneAt(word, 0, out var first) && Scripts.IsWrittenWithoutSpaces(first);

    public static bool IsCommon(string word) =>
        IsSpaceless(word) ? CommonCharacters.Contains(word, StringComparison.Ordinal)
            : !IsNumber(word) && (word.Length <= MaxShortWordLength || Common.Contains(word));

    public static bool IsNumber(string word) =>
        word.All(c => char.IsAsciiDigit(c) || c == '.' || CharacterClass.IsHanNumeral(c))
            && (word.Length > 1 || char.IsAsciiDigit(word[0]));
}
