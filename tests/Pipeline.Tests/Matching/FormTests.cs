using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

/// <summary>Reports of one form in several languages, which are different stories, and stories that go on, which are not.</summary>
public sealed class FormTests
{
    private static readonly Dictionary<string, string[]> Forms = new()
    {
        ["German forecasts"] =
        [
            "In Bremen wird es am Sonntag wechselhaft mit Schauern. Die Höchstwerte liegen bei 14 Grad, in der Nacht sinken die "
                + "Temperaturen auf 7 Grad. Der Wind weht mäßig aus West mit 22 Kilometern pro Stunde. Die Regenwahrscheinlichkeit "
                + "beträgt am Vormittag 80 Prozent und am Abend 35 Prozent. Die Sonne geht um 6:12 Uhr auf und um 19:41 Uhr unter. Zum "
                + "Wochenbeginn bleibt es in Bremen kühl.",
            "In Freiburg wird es am Sonntag sonnig und trocken. Die Höchstwerte liegen bei 27 Grad, in der Nacht sinken die Temperaturen "
                + "auf 16 Grad. Der Wind weht schwach aus Süd mit 9 Kilometern pro Stunde. Die Regenwahrscheinlichkeit beträgt am "
                + "Vormittag 5 Prozent und am Abend 0 Prozent. Die Sonne geht um 6:18 Uhr auf und um 19:52 Uhr unter. Zum Wochenbeginn "
                + "bleibt es in Freiburg warm.",
            "In Bremen wird es am Montag wechselhaft mit Schauern. Die Höchstwerte liegen bei 13 Grad, in der Nacht sinken die "
                + "Temperaturen auf 6 Grad. Der Wind weht mäßig aus West mit 24 Kilometern pro Stunde. Die Regenwahrscheinlichkeit "
                + "beträgt am Vormittag 70 Prozent und am Abend 45 Prozent. Die Sonne geht um 6:10 Uhr auf und um 19:43 Uhr unter. Zur "
                + "Wochenmitte bleibt es in Bremen kühl.",
        ],
        ["French match reports"] =
        [
            "Lorient a battu Guingamp 3 à 1 samedi soir devant 12 408 spectateurs. Mathieu Kerbrat a ouvert le score à la 34e minute "
                + "avant de doubler la mise en seconde période. C'est la troisième victoire de suite pour Lorient, qui compte désormais "
                + "51 points après 22 journées. Guingamp a eu 44 pour cent de possession mais n'a cadré que deux tirs. L'entraîneur a "
                + "salué le caractère de son équipe après la rencontre.",
            "Rodez a battu Nancy 2 à 0 samedi soir devant 8 977 spectateurs. Ivan Petrovic a ouvert le score à la 17e minute avant de "
                + "doubler la mise en seconde période. C'est la troisième victoire de suite pour Rodez, qui compte désormais 38 points "
                + "après 21 journées. Nancy a eu 61 pour cent de possession mais n'a cadré que quatre tirs. L'entraîneur a salué le "
                + "caractère de son équipe après la rencontre.",
            "Lorient a battu Bastia 1 à 0 samedi soir devant 11 230 spectateurs. Mathieu Kerbrat a ouvert le score à la 71e minute "
            + "après "
                + "une première période équilibrée. C'est la quatrième victoire de suite pour Lorient, qui compte désormais 54 "
                + "points "
                + "après 23 journées. Bastia a eu 52 pour cent de possession mais n'a cadré que trois tirs. L'entraîneur a salué le "
                + "caractère de son équipe après la rencontre.",
        ],
        ["Japanese earnings"] =
        [
            "北海精機が10日発表した2026年3月期の連結決算は、純利益が前期比12%増の45億円だった。売上"
            + "高は8%増の812億円、営業利益は31億円となった。自動車向け部品の販売が好調だった。27年3"
            + "月期の純利益は前期比5%増の47億円を見込む。年間配当は"
                + "38円と前期から2円増やす。",
            "東和食品が10日発表した2026年3月期の連結決算は、純利益が前期比7%減の6億円だった。売上高"
            + "は3%増の165億円、営業利益は9億円となった。原材料価格の上昇が響いた。27年3月期の純利"
            + "益は前期比16%増の7億円を見込む。年間配当は12円で据え置"
                + "く。",
            "南陽電機が11日発表した2026年3月期の連結決算は、純利益が前期比21%増の128億円だった。売上"
            + "高は14%増の1904億円、営業利益は172億円となった。産業用モーターの販売が好調だった。27"
            + "年3月期の純利益は前期比8%増の138億円を見込む。"
                + "年間配当は64円と前期から6円増やす。",
        ],
        ["Spanish crime briefs"] =
        [
            "La Policía Nacional detuvo el martes en Valladolid a un hombre de 34 años acusado de robar en tres comercios del centro. "
                + "Según fuentes de la investigación, el sospechoso entró a las 22:15 en una joyería de la calle Mayor y se llevó "
                + "piezas "
                + "valoradas en 12.000 euros. Los agentes lo localizaron dos horas después en la estación de autobuses. El detenido, que "
                + "tenía antecedentes, pasó a disposición judicial y el juez decretó su ingreso en prisión.",
            "La Policía Nacional detuvo el jueves en Cartagena a una mujer de 27 años acusada de robar en cinco viviendas del puerto. "
                + "Según fuentes de la investigación, la sospechosa entró a las 16:40 en un piso de la calle Real y se llevó joyas "
                + "valoradas en 3.500 euros. Los agentes la localizaron tres días después en un hostal. La detenida, que tenía "
                + "antecedentes, pasó a disposición judicial y el juez decretó su ingreso en prisión.",
            "La Policía Nacional detuvo el lunes en Gijón a dos hermanos de 19 y 22 años acusados de robar en una gasolinera. Según "
                + "fuentes de la investigación, los sospechosos entraron a las 3:05 en el local y se llevaron la recaudación, unos 900 "
                + "euros. Los agentes los localizaron al día siguiente en su domicilio. Los detenidos, que no tenían antecedentes, "
                + "pasaron a disposición judicial y el juez decretó su libertad con cargos.",
        ],
        ["translations"] =
        [
            "The harbour commission of Westrand voted on Thursday to close the old swing bridge to lorries from the first of March, after "
                + "engineers measured cracks in two of its nine pillars. The bridge, opened in 1931, carries 14,200 vehicles a day. "
                + "Commission head Marta Velding said repairs would cost 8.6 million and last until November.",
            "Die Hafenkommission von Westrand beschloss am Donnerstag, die alte Drehbrücke vom ersten März an für Lastwagen zu sperren, "
                + "nachdem Ingenieure Risse in zwei der neun Pfeiler gemessen hatten. Über die 1931 eröffnete Brücke fahren täglich "
                + "14.200 Fahrzeuge. Kommissionschefin Marta Velding sagte, die Reparatur werde 8,6 Millionen kosten und bis November "
                + "dauern.",
            "La commission portuaire de Westrand a décidé jeudi de fermer le vieux pont tournant aux camions à partir du premier mars, "
                + "après que des ingénieurs ont mesuré des fissures dans deux de ses neuf piliers. Le pont, ouvert en 1931, voit passer "
                + "14 200 véhicules par jour. La présidente Marta Velding a indiqué que les travaux coûteraient 8,6 millions et "
                + "dureraient jusqu'en novembre.",
        ],
        ["price lists"] =
        [
            "Closing prices on the Westrand exchange on Monday: Arbor Foods 41.20, Calder Mills 12.75, Dunmere Gas 98.10, Eskil Paper "
                + "7.42, Farnholt Steel 55.05, Grenwick Water 23.60, Halvest Rail 31.15, Ivory Coast Cocoa 14.90, Juniper Mining 3.28, "
                + "Kestrel Air 66.40, Lorne Ports 18.85, Marsh Insurance 27.30. Turnover was 412 million. Advancing issues outnumbered "
                + "declining ones by three to two.",
            "Closing prices on the Westrand exchange on Tuesday: Arbor Foods 40.85, Calder Mills 12.90, Dunmere Gas 99.30, Eskil Paper "
                + "7.39, Farnholt Steel 54.60, Grenwick Water 23.75, Halvest Rail 31.40, Ivory Coast Cocoa 15.10, Juniper Mining 3.31, "
                + "Kestrel Air 65.95, Lorne Ports 19.05, Marsh Insurance 27.15. Turnover was 388 million. Declining issues outnumbered "
                + "advancing ones by five to four.",
        ],
        ["Chinese forecasts"] =
        [
            "上海市气象台今天下午发布预报，明天多云转小雨，最高气温19度，最低气温12度，东南风3到4"
                + "级，降水概率百分之六十。空气质量指数为55，适宜户外活动。未来三天气温略有下降，"
                + "市民出行请带雨具，注意添加衣物。",
            "成都市气象台今天下午发布预报，明天晴到多云，最高气温27度，最低气温16度，偏北风1到2级"
                + "，降水概率百分之十。空气质量指数为82，不宜剧烈运动。未来三天气温继续升高，市民"
                + "出行请注意防晒，及时补充水分。",
            "上海市气象台今天下午发布预报，明天阴有中雨，最高气温17度，最低气温11度，东北风4到5级"
                + "，降水概率百分之九十。空气质量指数为40，适宜开窗通风。未来三天气温略有下降，市"
                + "民出行请带雨具，注意添加衣物。",
        ],
        ["court notices"] =
        [
            "The county court in Ardmoor will hear applications for alcohol licences on 14 March at 10 a.m. Applicants must appear in "
                + "person with two forms of identification and the receipt for the fee of 120 crowns. Objections may be filed in writing "
                + "with the clerk until 7 March. The list of applicants is posted in the lobby. For information call the clerk's office "
                + "between 9 and 12 on weekdays.",
            "The county court in Wexbridge will hear applications for alcohol licences on 21 March at 9 a.m. Applicants must appear in "
                + "person with two forms of identification and the receipt for the fee of 95 crowns. Objections may be filed in writing "
                + "with the clerk until 15 March. The list of applicants is posted in the lobby. For information call the clerk's office "
                + "between 9 and 12 on weekdays.",
        ],
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reports_of_one_form_do_not_match(string form)
    {
        foreach (var one in Forms[form])
        {
            foreach (var other in Forms[form].Where(other => other != one))
                Assert.Null(Compare(one, other));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_of_them_is_a_copy_of_itself_with_a_byline_and_a_footer(string form) =>
        Assert.All(Forms[form], text => Assert.NotNull(Compare(text, $"Red.\n\n{text}\n\n© 2026")));

    [Fact]
    public void A_story_that_is_brought_up_to_date_matches_what_it_was_before() =>
        Assert.NotNull(Compare(
            "A fire broke out in the grain terminal of Westrand on Friday morning and spread to two silos, the fire service said. Forty "
                + "firefighters were at the scene and the northern quay was closed. Nobody was reported hurt. Witnesses told the local "
                + "radio that they had heard an explosion shortly after six. The cause was not known.",
            "A fire in the grain terminal of Westrand that spread to two silos was under control by noon on Friday, the fire service "
                + "said. One worker was treated for smoke. Forty firefighters were at the scene and the northern quay was closed. "
                + "Witnesses told the local radio that they had heard an explosion shortly after six. The cause was not known, but police "
                + "said that a conveyor belt may have overheated."));

    [Fact]
    public void An_abridged_Japanese_copy_matches() =>
        Assert.NotNull(Compare(
            "台風18号は12日夜、九州南部に上陸し、鹿児島県内では約2万4000戸が停電した。気象庁は土砂"
            + "災害に最大級の警戒を呼びかけている。JR九州は13日の始発から在来線の全線で運転を見合"
            + "わせる。県は避難所を134カ所に開設し、住民約3000人が身を寄せた"
                + "。農作物への被害も懸念される。",
            "台風18号は12日夜、九州南部に上陸し、鹿児島県内では約2万4000戸が停電した。気象庁は土砂"
                + "災害に最大級の警戒を呼びかけている。県は避難所を134カ所に開設し、住民約3000人が身"
                + "を寄せた。"));

    private static Match? Compare(string one, string other) =>
        SketchComparison.Compare(Fingerprint.FromText(one)!.Sketch.Span, Fingerprint.FromText(other)!.Sketch.Span);
}
