namespace Pipeline.Parsing.Dates;

/// <summary>
/// Month names by language, without accents. Written here and not taken from the machine's locale data, whose spellings differ by
/// version. A word is a month where it is a name, or the start of names of one month only.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Years =
    [
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janner feber maerz april mai juni juli august sept okt nov dez",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan feb mrz apr mai jun jul aug setiembre oct nov dez",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
        "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος",
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november desember",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
        "januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    ];

    private static readonly (string Name, int Number)[] Names =
        [.. Years.SelectMany(year => year.Split(' ').Select((name, index) => (name, index + 1)))];

    /// <summary>1 to 12; <c>null</c> for a word that is no month, or could be two. Case and accents have been taken off.</summary>
    public static int? Number(string word)
    {
        var exact = Names.FirstOrDefault(month => month.Name == word).Number;
        if (exact > 0)
            return exact;
        var months = word.Length < 3 ? []
            : Names.Where(month => month.Name.StartsWith(word, StringComparison.Ordinal)).Select(month => month.Number).Distinct().Take(2)
                .ToArray();
        return months.Length == 1 ? months[0] : null;
    }
}
