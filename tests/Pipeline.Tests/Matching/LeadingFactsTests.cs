using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

/// <summary>What a story says decides, not the form that it is said in; one source's later story is a copy only where it says nothing
/// new.</summary>
public sealed class LeadingFactsTests
{
    private const string RateBody =
        "The governor, Ann Tarn, said at a press conference in Wexcombe that the board had looked at prices, at wages and at the demand "
        + "for "
        + "housing before it took the decision, and that the vote had been unanimous. The next meeting of the board is on 14 May. Analysts "
        + "at the larger houses had expected the decision, and the crown was little changed against the euro after it was announced.";

    private const string Chapel =
        "A memorial service will be held at 2 p.m. Saturday at the Harper and Sons Chapel, 114 North Quay Road, Wexcombe, with the Rev. "
        + "Paul Adeyemi officiating. Visitation will be held one hour before the service at the chapel. In lieu of flowers, the family "
        + "asks that donations be made to the Wexcombe Hospice, 20 Castle Street. Arrangements are under the direction of Harper and Sons.";

    private const string Kapelle =
        "Der Trauergottesdienst findet am Sonnabend um 14 Uhr in der Kirche am Hafen statt, die Beisetzung anschließend auf dem Friedhof "
        + "an der "
        + "Mühle. Statt Blumen erbittet die Familie eine Spende für die Seenotretter auf der Insel. Ein Kondolenzbuch liegt im "
        + "Bestattungshaus "
        + "Harms, Hafenstraße 12, aus, wo auch Auskunft gegeben wird. Das Haus besteht seit 1921.";

    private const string Cyrillic =
        "Лучка управа Новог Града одлучила је у четвртак да од првог марта "
        + "затвори стари мост за камионе, пошто су инжењери измерили "
        + "пукотине "
        + "у два од девет стубова. Преко моста, отвореног 1931. године, дневно "
        + "прође 14.200 возила између житног терминала и северних "
        + "предграђа. Председница управе Марта Ћирић рекла је да ће поправка "
        + "коштати 8,6 милиона и трајати до краја новембра.";

    private const string Latin =
        "Lučka uprava Novog Grada odlučila je u četvrtak da od prvog marta zatvori stari most za kamione, pošto su inženjeri izmerili "
        + "pukotine "
        + "u dva od devet stubova. Preko mosta, otvorenog 1931. godine, dnevno prođe 14.200 vozila između žitnog terminala i severnih "
        + "predgrađa. Predsednica uprave Marta Ćirić rekla je da će popravka koštati 8,6 miliona i trajati do kraja novembra.";

    public static TheoryData<string, string> OtherStories => new()
    {
        {
            "The Bank of Norland left its key rate unchanged at 4 per cent on Thursday, as it has done at every meeting since the spring. "
                + RateBody,
            "The Bank of Norland raised its key rate by half a point to 4.5 per cent on Thursday, the first such move since the spring. "
                + RateBody
        },
        {
            "Orle Savings Bank said it raised its prime lending rate to 8.25 pct from 8.0 pct, effective tomorrow. The move follows "
            + "similar "
                + "action by other banks this week, a spokesman said, and applies to new loans and to those that are renewed.",
            "Marrow Trust Company said it raised its prime lending rate to 8.25 pct from 8.0 pct, effective tomorrow. The move follows "
            + "similar "
                + "action by other banks this week, a spokesman said, and applies to new loans and to those that are renewed."
        },
        {
            "Tom Okoro, 71, of Kettle Cross, died peacefully at home on Monday, February 2, surrounded by the family. " + Chapel,
            "Nora Pell, 93, of Wexcombe, died peacefully at home on Tuesday, February 3, surrounded by the family. " + Chapel
        },
        {
            "Ilse Marten aus Wesum ist am Sonntag im Alter von 84 Jahren gestorben. Sie hat an der Hafenschule Rechnen unterrichtet. "
                + Kapelle,
            "Onno Becker aus Norderland ist am Montag im Alter von 71 Jahren gestorben. Er war Signalwärter an der Küstenbahn. " + Kapelle
        },
    };

    [Theory]
    [MemberData(nameof(OtherStories))]
    public void One_form_with_other_facts_in_its_lead_is_another_story(string one, string other)
    {
        Assert.Null(Compare(one, "gazette", other, "courier"));
        Assert.Null(Compare(one, "gazette", other, "gazette"));
        Assert.NotNull(Compare(one, "gazette", $"By our own reporter\n\n{one}\n\n© Courier", "courier"));
    }

    [Fact]
    public void Serbian_in_Cyrillic_and_in_Latin_is_one_text() =>
        Assert.True(Compare(Cyrillic, "sever", Latin, "jug") is { Resemblance: > 0.95 });

    [Fact]
    public void Traditional_and_Simplified_Chinese_are_one_text() =>
        Assert.True(Compare(
            "颱風海燕昨天晚上在東部沿海登陸，氣象局呼籲山區居民提高警覺並準備撤離。鐵路公司宣布"
                + "今天上午所有北上列車停駛，旅客可以免費退票。",
            "島報",
            "台风海燕昨天晚上在东部沿海登陆，气象局呼吁山区居民提高警觉并准备撤离。铁路公司宣布"
                + "今天上午所有北上列车停驶，旅客可以免费退票。",
            "晚报") is { Resemblance: > 0.9 });

    [Fact]
    public void Small_numbers_are_the_same_in_words_and_in_figures() =>
        Assert.True(Compare(
            Stories.Text(Stories.Harbour) + "\n\nIt takes three tugs and seven days.", "gazette",
            Stories.Text(Stories.Harbour) + "\n\nIt takes 3 tugs and 7 days.", "courier") is { Resemblance: 1 });

    [Fact]
    public void A_new_top_of_another_outlet_leaves_a_copy_and_of_the_same_source_makes_a_new_story()
    {
        var before = Stories.Text(Stories.Harbour);
        var after = "A judge in Saint Orville stopped the dredging on Friday after Tomas Reyes of the fishermen's union went to court with "
            + $"30 of its members and a petition.\n\n{Stories.Text(Stories.Harbour.Skip(1))}";

        Assert.NotNull(Compare(before, "gazette", after, "courier"));
        Assert.Null(Compare(before, "gazette", after, "gazette"));
    }

    [Fact]
    public void A_text_of_two_stories_matches_the_one_that_it_leads_with()
    {
        var both = $"{Stories.Text(Stories.Harbour)}\n\n{Stories.Text(Stories.Observatory)}";

        Assert.NotNull(Compare(Stories.Text(Stories.Harbour), "gazette", both, "courier"));
        Assert.Null(Compare(Stories.Text(Stories.Observatory), "herald", both, "courier"));
    }

    [Fact]
    public void A_comment_on_the_first_paragraph_of_another_story_is_a_story_of_its_own() =>
        Assert.Null(Compare(
            Stories.Text(Stories.Harbour), "gazette",
            $"{Stories.Text(Stories.Harbour.Take(1))}\n\nI have been saying for years that nobody asks those who live from the water, "
                + "and here we are again. The figures look fine on paper and mean nothing at the quay. What I miss is any word on who "
                + "pays when it goes wrong, as it did the last time. Read the whole piece, then ask yourself why the town was told so "
                + "late and why the vote had to be taken before the summer.", "blog"));

    [Fact]
    public void A_sources_own_abridgement_says_nothing_new() =>
        Assert.NotNull(Compare(Stories.Text(Stories.Harbour), "gazette", Stories.Text(Stories.Harbour.Take(5)), "gazette"));

    [Fact]
    public void Two_releases_of_one_company_are_two_stories_under_one_boilerplate()
    {
        const string About =
            "About Orle Lines: Orle Lines is the leading operator of passenger and freight ferries on the northern coast. Founded in "
            + "1888, it "
            + "carries more than two million passengers a year on nine routes with fourteen ships, and it employs over nine hundred "
            + "people. "
            + "This release contains forward-looking statements that are based on the current expectations of the management and are "
            + "subject "
            + "to risks and uncertainties. Orle Lines undertakes no obligation to update any of them in the light of new information.";

        Assert.Null(Compare(
            "Orle Lines today reported revenue of 41 million for the fourth quarter, six per cent more than a year before.\n\n" + About,
            "wire",
            "The board of Orle Lines has named Grace Bello as chief executive from the first of May, after Mark Tully.\n\n" + About,
            "wire"));
    }

    private static Match? Compare(string one, string source, string other, string otherSource) => SketchComparison.Compare(
        Fingerprint.FromText(one, source)!.Sketch.Span, Fingerprint.FromText(other, otherSource)!.Sketch.Span);
}
