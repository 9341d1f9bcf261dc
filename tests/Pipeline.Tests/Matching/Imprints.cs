namespace Pipeline.Tests.Matching;

/// <summary>Short stories of our own, and the notice that a publisher prints under each: full of names, and longer than they are.</summary>
internal static class Imprints
{
    public static readonly IReadOnlyDictionary<string, (string[] Stories, string Imprint)> Publishers =
        new Dictionary<string, (string[] Stories, string Imprint)>
        {
            ["English"] = (
                [
                    "Divers from Lower Hale raised a bronze bell from Stone Mere on Saturday. Ann White, who writes the "
                        + "history of the village, says it sank there in 1743 with the ferry of the priory. It weighs more "
                        + "than two tonnes, and the county museum will restore it by the spring.",
                    "Peter Small, who chairs the council of Upper Hale, opened a footbridge over the Orle on Sunday and "
                        + "thanked the fourteen volunteers of the fire brigade. The bridge is eighty metres long and made of "
                        + "larch, which residents paid for after the flood three winters ago.",
                    "Trains between Tyne Cross and Fordham stand still because a storm felled sixty trees near Woodend "
                        + "during the night. The railway hopes to clear the line by Friday. Until then buses leave the square "
                        + "in front of the station every forty minutes, free of charge.",
                    "Twelve-year-old Gwen Okello won the youth chess cup after thirty-four moves against last year's "
                        + "champion. She practises every evening with her grandfather, who taught her when she was five, and "
                        + "wants to play for the county in the summer.",
                ],
                "Published by Harrow & Tate Media Group plc, registered office 14 Quayside Row, Wexcombe WX3 4TB, "
                    + "company number 4471902. Chief executive: Margaret Ashdown. Editor-in-chief: Dr Neil Farraday. Managing "
                    + "editors: Owen Pritchard (Wexcombe Courier), Lucy Dalgleish (Norland Gazette) and Samir Haddad (Harbour "
                    + "Post). Responsible for advertising: Fiona Marsh, Harrow Tate Advertising Ltd, 9 Castle Street, Norland. "
                    + "Distribution: Blakeney Logistics, Port Lyle. Agency copy is supplied by Northern Press Association, "
                    + "Reuben Street, Calder, and by the Orville News Bureau. Complaints go to the Press Ombudsman, Judge "
                    + "Eleanor Whitcombe, PO Box 218, Calder CA1 9QQ, telephone 0800 555 0142. Reproduction of this report "
                    + "outside the newspapers of Harrow & Tate needs the written consent of the Syndication Desk, Victoria "
                    + "Okafor, syndication@harrowtate.example. Copyright 2026 Harrow & Tate Media Group, all rights reserved."),
            ["German"] = (
                [
                    "Taucher aus Niederhagen haben am Samstag eine Bronzeglocke aus dem Steinsee gehoben. Nach Angaben "
                        + "der Ortschronistin Anna Weiß lag sie dort seit 1743, als die Fähre des Klosters unterging. Sie "
                        + "wiegt mehr als zwei Tonnen und soll bis zum Frühjahr im Kreismuseum restauriert werden.",
                    "Bürgermeister Peter Klein hat am Sonntag in Oberhagen einen Steg über die Orle eingeweiht und den "
                        + "vierzehn Freiwilligen der Feuerwehr gedankt. Die Brücke ist achtzig Meter lang und aus Lärche "
                        + "gebaut. Bezahlt haben sie die Anwohner, die nach dem Hochwasser drei Jahre lang sammelten.",
                    "Zwischen Tannkreuz und Fürth stehen die Züge still, weil der Sturm in der Nacht sechzig Bäume "
                        + "bei Waldende umgeworfen hat. Die Bahn will die Strecke bis Freitag räumen. Bis dahin fahren alle "
                        + "vierzig Minuten Busse vom Platz vor dem Bahnhof, und niemand muss dafür zahlen.",
                    "Die zwölfjährige Gesa Oltmann hat den Jugendpokal im Schach gewonnen, nach vierunddreißig Zügen "
                        + "gegen den Meister des vorigen Jahres. Sie übt jeden Abend mit dem Großvater, der es ihr "
                        + "beigebracht hat, als sie fünf war, und möchte im Sommer für den Landkreis spielen.",
                ],
                "Impressum: Verlagsgruppe Nordlicht Medien GmbH & Co. KG, Speicherstraße 17, 24937 Flensburg. "
                    + "Geschäftsführer: Dr. Henrike Paulsen, Jörg Steinmetz. Chefredakteur: Klaus-Dieter Brodersen. "
                    + "Verantwortlich für den Inhalt nach § 18 Medienstaatsvertrag: Anke Lorenzen, Redaktion Schleswig, "
                    + "Königstraße 4, Kiel. Registergericht: Amtsgericht Flensburg, HRA 7712. "
                    + "Umsatzsteuer-Identifikationsnummer DE 811 402 993. Anzeigen: Thorben Hinrichs, Nordlicht Werbung GmbH, "
                    + "Husum. Vertrieb: Presse-Logistik Angeln, Kappeln. Texte der Deutschen Nordagentur und des Evangelischen "
                    + "Dienstes Lübeck sind urheberrechtlich geschützt. Die Wiedergabe in Zeitungen außerhalb der Gruppe "
                    + "bedarf der Genehmigung der Syndikation, Frauke Matthiessen, Telefon 0461 555 0190. Beschwerden nimmt "
                    + "der Deutsche Presserat, Fritschestraße 27, Berlin, entgegen. Datenschutzbeauftragter: Rechtsanwalt Uwe "
                    + "Carstensen, Rendsburg."),
            ["Russian"] = (
                [
                    "Рыбаки из Нижней Заводи подняли в субботу со дна озера "
                        + "Камень колокол, который, по словам краеведа Анны "
                        + "Белой, лежал там с 1743 года. Находка весит больше двух "
                        + "тонн, и музей области берётся отреставрировать её к "
                        + "весне, чтобы показать жителям на празднике города.",
                    "Глава Верхней Заводи Пётр Малов открыл в воскресенье "
                        + "мост через Орлицу и поблагодарил четырнадцать "
                        + "добровольцев из пожарной дружины. Длина моста "
                        + "восемьдесят метров, построили его из лиственницы на "
                        + "деньги, которые жители собирали после наводнения три "
                        + "года подряд.",
                    "Поезда между Тыном и Бродом стоят: буря в ночь на "
                        + "вторник повалила шестьдесят деревьев у станции "
                        + "Лесная. Дорожники обещают расчистить пути к пятнице, а "
                        + "до тех пор пассажиров бесплатно возят автобусы, "
                        + "которые ходят каждые сорок минут от вокзальной "
                        + "площади.",
                    "Двенадцатилетняя школьница Галина Тихая выиграла "
                        + "юношеский турнир по шахматам, победив прошлогоднего "
                        + "чемпиона за тридцать четыре хода. Она занимается "
                        + "каждый вечер с дедушкой, который научил её игре, когда "
                        + "ей было пять лет, и мечтает о звании гроссмейстера.",
                ],
                "Учредитель и издатель: ООО «Издательская группа "
                    + "Северный Вестник», 163000, Архангельск, набережная Седова, "
                    + "дом 14. Генеральный директор: Маргарита Ашихмина. Главный "
                    + "редактор: Никита Фарафонов. Редакция в Мурманске: Олег "
                    + "Притчин, улица Книповича, 9. Редакция в Вологде: Людмила "
                    + "Далецкая. Свидетельство о регистрации ПИ ФС77-44719 выдано "
                    + "Роскомнадзором 12 мая 2011 года. Реклама: Фаина Маркова, "
                    + "агентство «Каравелла», Северодвинск. Доставка: компания "
                    + "«Беломорская логистика», порт Экономия. Сообщения "
                    + "агентства «Поморье» и бюро новостей «Онега» охраняются "
                    + "законом об авторском праве. Перепечатка вне газет "
                    + "группы допускается с письменного согласия отдела "
                    + "синдикации, Виктория Окунева, телефон 8182 555 014. Жалобы "
                    + "принимает Общественная коллегия, судья Елена "
                    + "Витковская, Москва, Зубовский бульвар. Отпечатано в "
                    + "типографии «Правда Севера», заказ 2181."),
            ["Chinese"] = (
                [
                    "下溪村的潜水队星期六从石潭里捞起一口铜钟。据写村史的白安娜说，这口"
                        + "钟是一七四三年随修道院的渡船沉下去的，重两吨多，县里的展览馆打算在"
                        + "开春之前把它修好，让村民在庙会上观看。",
                    "上溪镇镇长马小德星期天为奥尔河上的步行桥剪彩，并感谢消防队的十四名"
                        + "志愿者。这座桥长八十米，全用落叶松木造成，造桥的钱是居民在那场大水"
                        + "以后用三个冬天一点一点凑起来的。",
                    "太恩口与福德之间的火车全部停运，因为夜里的大风把林尾站附近的六十棵"
                        + "树刮倒在铁轨上。铁路部门希望星期五以前清理完毕，在此之前每隔四十分"
                        + "钟有一班免费汽车从站前广场开出。",
                    "十二岁的女孩郭雯走了三十四步棋，战胜去年的冠军，赢得少年象棋杯。她"
                        + "每天傍晚跟爷爷练棋，五岁那年就是爷爷教会她的，她盼着夏天能代表全县"
                        + "出去比赛，将来还想当教练。",
                ],
                "主办单位：北方晨光传媒集团有限公司，地址：滨海市临港区海河路一百一十"
                    + "四号，邮政编码300461。董事长：艾秀梅。总编辑：方立德。副总编辑：潘文浩"
                    + "、戴露西、韩思明。广告经营：晨光广告有限公司，负责人马菲娜，滨海市古"
                    + "堡街九号。发行：布莱港物流公司，里尔港。稿件由北方新闻协会、奥维尔新"
                    + "闻社提供。国内统一刊号CN12-0047，广告许可证1201044000719。法律顾问：维康律师"
                    + "事务所魏爱玲律师。投诉请联系新闻评议委员会，北京市西城区信箱二百一十"
                    + "八号，电话0800-555-0142。本报道未经版权部欧薇女士书面同意，集团以外的报纸"
                    + "不得转载。印刷：滨海日报印刷厂。版权所有：北方晨光传媒集团。"),
        };
}
