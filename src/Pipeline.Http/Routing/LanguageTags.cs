using System.Text.RegularExpressions;

namespace Pipeline.Http.Routing;

/// <summary>Tells language tags (BCP 47) from what people write for them: <c>english</c>, <c>en_US</c>.</summary>
internal static partial class LanguageTags
{
    // ISO 639-1, of which every two-letter subtag is one (IANA Language Subtag Registry).
    private const string TwoLetters =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
        + "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it "
        + "iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo "
        + "mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh "
        + "si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
        + "yi yo za zh zu";

    private static readonly HashSet<string> Known = new(TwoLetters.Split(' '), StringComparer.OrdinalIgnoreCase);

    public static bool IsTag(string text) =>
        Form().IsMatch(text) && (text.Split('-')[0] is { Length: 3 } || Known.Contains(text.Split('-')[0]));

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}$", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Form();
}
