namespace Pipeline.Tests.Matching;

/// <summary>Texts of our own that the deduplication tests turn over.</summary>
internal static class Stories
{
    public static readonly string[] Harbour =
    [
        "The harbour authority of Saint Orville will dredge its outer basin this winter to let larger grain ships reach the northern quay.",
        "Work begins in November and should take fourteen weeks, the authority's director, Helen Marsh, told councillors on Tuesday.",
        "Fishermen had feared that the dredging would bury the oyster beds off Cormorant Point, which were replanted six years ago.",
        "Under an agreement signed last month, the spoil will be carried thirty kilometres out to sea instead of being dumped nearby.",
        "The ministry of transport pays two thirds of the bill, and the rest is raised by a levy on every tonne of cargo.",
        "Local shopkeepers welcomed the decision, saying that the port had lost trade to its southern rival for a decade.",
        "Opponents said they would ask the regional court for an injunction before the first barge arrives.",
        "A hearing could be held as early as next week, according to the court's registry.",
    ];

    public static readonly string[] Observatory =
    [
        "Astronomers at the Calder mountain observatory have found a faint comet that may become visible to the naked eye in spring.",
        "The object was first seen by Tomas Reyes, a graduate student, on plates exposed during routine calibration of a new camera.",
        "Its orbit suggests that it last passed the sun when mammoths still grazed on the plains of northern Europe.",
        "Predictions of brightness are uncertain because such visitors often break apart as the ice within them warms.",
        "Amateur groups in four countries are already planning watches, and the university has opened a hotline for reports.",
        "The discovery was confirmed by radar from the antenna at Port Lyle before it was announced to the press.",
    ];

    public static readonly string[] Typhoon =
    [
        "颱風海燕昨天晚上在東部沿海登陸，氣象局呼籲山區居民提高警覺並準備撤離。",
        "鐵路公司宣布今天上午所有北上列車停駛，旅客可以免費退票或改搭明天的班次。",
        "縣政府已經開放十二所學校作為臨時收容所，並調派軍車協助運送飲水和糧食。",
        "農業部門估計水稻和香蕉的損失可能超過三億元，災後將提供低利貸款。",
        "漁民在風雨來臨之前把船隻拖進內港，沿岸商店也用沙包堵住大門。",
        "專家指出，海水溫度偏高使得風暴在接近陸地時仍然增強，今後類似情況恐怕更加頻繁。",
    ];

    public static readonly string[] Puente =
    [
        "El ayuntamiento de Valdeolmos aprobó ayer la reconstrucción del puente medieval que una riada destruyó hace cuatro inviernos.",
        "Las obras costarán casi seis millones de euros y se prolongarán durante dieciocho meses, según explicó la alcaldesa Carmen "
            + "Ibáñez.",
        "Los vecinos de la otra orilla tienen que recorrer ahora veinte kilómetros para llevar a sus hijos a la escuela.",
        "Un equipo de arqueólogos vigilará las excavaciones, porque bajo los pilares podrían hallarse restos romanos.",
        "La oposición se abstuvo y reprochó al gobierno municipal que hubiera tardado tanto en pedir las ayudas europeas.",
        "La piedra procederá de la misma cantera que abasteció a los constructores originales en el siglo trece.",
    ];

    public static string Text(IEnumerable<string> sentences) => string.Join("\n\n", sentences);

    public static string Earnings(string company, params ReadOnlySpan<string> figures) =>
        $"{company} on Thursday reported quarterly net income of ${figures[0]} million, or ${figures[1]} per share, compared with "
        + $"${figures[2]} million, " +
        $"or ${figures[3]} per share, a year earlier. Revenue rose to ${figures[4]} million from ${figures[5]} million. Analysts had "
        + $"expected earnings of " +
        $"${figures[6]} per share. {company} said it ended the quarter with ${figures[7]} million in cash and expects revenue of "
        + $"${figures[8]} million for the full year. " +
        "The board declared a quarterly dividend payable to holders of record at the end of the month.";

    public static string Forecast(string town, string sky, params ReadOnlySpan<string> figures) =>
        $"{sky} is expected in {town} on Sunday, with a high of {figures[0]} degrees and a low of {figures[1]}. Winds will be light from "
        + $"the west at " +
        $"{figures[2]} kilometres an hour. The chance of rain is {figures[3]} percent in the morning, falling to {figures[4]} percent "
        + $"overnight. " +
        $"The sun rises at 6:{figures[5]} and sets at 19:{figures[6]}. The outlook for the rest of the week in {town} is mostly dry.";

    public static string MatchReport(string home, string guest, string scorer, params ReadOnlySpan<string> figures) =>
        $"{home} beat {guest} {figures[0]}-{figures[1]} on Saturday before a crowd of {figures[2]}. {scorer} scored in "
        + $"the {figures[3]}th minute and again " +
        $"after the break. It was the third win in a row for {home}, who have {figures[4]} points from {figures[5]} matches. The "
        + $"visitors had {figures[6]} " +
        "percent of the possession but few shots on goal. The coach said after the match that the side had shown character and deserved "
        + "the points.";

    public static string ChineseEarnings(string company, params ReadOnlySpan<string> figures) =>
        $"{company}今天公布財報，淨利為{figures[0]}億元，每股盈餘{figures[1]}元，較去年同期的{figures[2]}億元"
        + $"成長。單季營收{figures[3]}億元，" +
        $"營業毛利率百分之{figures[4]}。{company}表示，全年營收預計可達{figures[5]}億元，董事會並通過每股"
        + $"配發現金股利，將於下個月發放。";
}
