using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

/// <summary>Short stories under one long footer, in several scripts: what a publisher repeats under all its stories weighs
/// nothing.</summary>
public sealed class FooterTests
{
    private static readonly Dictionary<string, (string[] Stories, string Footer)> Publishers = new()
    {
        ["Latin"] = (
            [
                "Rybáři z Dolní Lhoty vytáhli v sobotu z rybníka Kamenec zvon, který tam podle kronikářky Jany Bílé ležel od "
                + "roku 1743.",
                "Starosta Horní Lhoty Petr Malý otevřel v neděli novou lávku přes Orlici a poděkoval čtrnácti dobrovolníkům "
                + "z řad hasičů.",
                "Vlaky mezi Týncem a Brodem stojí, protože vichřice v noci na úterý porazila šedesát stromů u zastávky Lesná.",
            ],
            "Tento text slouží jen k informaci a není výzvou ke koupi ani k prodeji čehokoli. Bez písemného svolení vydavatele "
            + "se nesmí "
            + "kopírovat, vysílat ani jinak šířit. Názory patří autorům a nemusí být názory redakce. Na chyby nás "
            + "upozorněte dopisem "
            + "nebo telefonem, opravíme je co nejdříve. Kdo nechce naše zprávy dostávat, klikne na odkaz pod každou z nich. "
            + "Osobní údaje "
            + "zpracováváme podle zásad, které najdete na našich stránkách, a nikomu je nepředáváme bez vašeho souhlasu. "
            + "Vydavatel "
            + "odpovídá za obsah jen v rozsahu, který stanoví zákon o tisku."),
        ["Cyrillic"] = (
            [
                "Рыбаки из Нижней Заводи подняли в субботу со дна озера Камень "
                + "колокол, который, по словам Анны Белой, лежал там с 1743 года.",
                "Глава Верхней Заводи Пётр Малов открыл в воскресенье мост через "
                + "Орлицу и поблагодарил четырнадцать пожарных.",
                "Поезда между Тыном и Бродом стоят: буря в ночь на вторник "
                + "повалила шестьдесят деревьев у станции Лесная.",
            ],
            "Этот текст служит только для сведения и не является предложением "
            + "что-либо купить или продать. Без письменного согласия "
            + "издателя его нельзя копировать, передавать в эфир и "
            + "распространять иным способом. Мнения принадлежат авторам и могут "
            + "не "
            + "совпадать с мнением редакции. Об ошибках сообщайте письмом или по "
            + "телефону, мы исправим их как можно скорее. Кто не хочет "
            + "получать наши рассылки, может отписаться по ссылке под каждой из "
            + "них. Личные данные мы обрабатываем по правилам, которые "
            + "опубликованы на сайте, и никому не передаём их без вашего согласия."),
    };

    public static TheoryData<string> Scripts => [.. Publishers.Keys];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Stories_under_one_footer_are_stories_of_their_own(string script)
    {
        var (stories, footer) = Publishers[script];
        foreach (var one in stories)
        {
            foreach (var other in stories.Where(other => other != one))
            {
                Assert.Null(Compare($"{one}\n\n{footer}", "gazette", $"{other}\n\n{footer}", "gazette"));
                Assert.Null(Compare($"{one}\n\n{footer}", "gazette", $"{other}\n\n{footer}", "courier"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Each_of_them_is_a_copy_of_itself_in_another_outlet(string script)
    {
        var (stories, footer) = Publishers[script];
        Assert.All(stories, story =>
            Assert.NotNull(Compare($"{story}\n\n{footer}", "gazette", $"{story}\n\n{footer}\n\n© Courier", "courier")));
    }

    private static Match? Compare(string one, string source, string other, string otherSource) => SketchComparison.Compare(
        Fingerprint.FromText(one, source)!.Sketch.Span, Fingerprint.FromText(other, otherSource)!.Sketch.Span);
}
