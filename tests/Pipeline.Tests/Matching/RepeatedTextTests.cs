using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

/// <summary>What a source sends twice: mended within hours it is one story, filled in anew on another day it is another.</summary>
public sealed class RepeatedTextTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 40, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Mended => new()
    {
        {
            Results("Loss per share two cents vs loss five cents"),
            Results("Loss per share 1.5 cents vs loss five cents")
        },
        {
            Results("Loss per share two cents vs loss five cents"),
            Results("Loss per share two cents vs loss five cents") + "\nNote: the quarter includes a gain of 3.8 mln from the sale of the "
                + "ferry Marlen and a charge of 642,000 for the repair of the pier at Aldmoor, both before tax."
        },
        {
            "Die Reederei Orle aus Wesum kauft 28 Prozent der Werft Marten in Norderland von der Holding Harms. Auf der Werft liegen nach "
                + "Angaben von Orle Aufträge über 3,5 Millionen Stunden, 24 Fähren und 18 Schlepper, dazu 97 Boote für das Land "
                + "Westrand und 39 für den Hafen Brixen. Den Preis nannte Vorstand Ilse Petersen nicht.",
            "Die Reederei Orle aus Wesum kauft 28 Prozent der Werft Marten in Norderland von der Holding Harms. Auf der Werft liegen nach "
                + "Angaben von Orle Aufträge über 3,5 Millionen Stunden, 24 Fähren und 18 Schlepper, dazu 97 Boote für das Land "
                + "Westrand und 38 für den Hafen Brixen. Den Preis nannte Vorstand Ilse Petersen nicht."
        },
    };

    public static TheoryData<string, string> Daily => new()
    {
        {
            "The Bank of Norland entered the market for government paper to lend 1.5 billion crowns to the banks for three days, a "
                + "spokesman said. Dealers said that overnight money was trading at 6-1/4 pct when the bank began its temporary supply "
                + "of reserves to the system.",
            "The Bank of Norland entered the market for government paper to lend 1.5 billion crowns to the banks for three days, a "
                + "spokesman said. Dealers said that overnight money was trading at six pct when the bank began its temporary supply "
                + "of reserves to the system."
        },
        {
            "Das Wasserwerk Wesum hat den Stand der Talsperre am Morgen gemessen und an die Gemeinden gemeldet. Die Talsperre war zu 61 "
                + "Prozent gefüllt, wie das Werk auf seiner Seite schreibt. Die Leitung rät weiter dazu, Rasen nur am Abend zu sprengen.",
            "Das Wasserwerk Wesum hat den Stand der Talsperre am Morgen gemessen und an die Gemeinden gemeldet. Die Talsperre war zu 58 "
                + "Prozent gefüllt, wie das Werk auf seiner Seite schreibt. Die Leitung rät weiter dazu, Rasen nur am Abend zu sprengen."
        },
        {
            "La Bolsa de Puente Alto publicó esta mañana el precio de referencia del café lavado para los exportadores de la costa. El "
                + "quintal se fijó en 184 pesos, según la nota de la Bolsa. Los compradores tienen hasta el mediodía para presentar sus "
                + "ofertas en la ventanilla.",
            "La Bolsa de Puente Alto publicó esta mañana el precio de referencia del café lavado para los exportadores de la costa. El "
                + "quintal se fijó en 179 pesos, según la nota de la Bolsa. Los compradores tienen hasta el mediodía para presentar sus "
                + "ofertas en la ventanilla."
        },
    };

    // The later one leads with what has come of it: a price, a number of people, a sum.
    public static TheoryData<string, string> GoneOn => new()
    {
        {
            "Marlen Ferries Corp said it has filed for an offering of 2,400,000 common shares through underwriters led by Harms Brothers "
                + "and Aldmoor Securities. It said the offering is expected to be completed in late March or early April and proceeds "
                + "will be used to reduce short-term debt.",
            "Marlen Ferries Corp said an offering of 2,400,000 common shares, which are sold at 17.875 crowns each, through underwriters "
                + "led by Harms Brothers and Aldmoor Securities is expected to be completed in late March or early April and proceeds will "
                + "be used to reduce short-term debt."
        },
        {
            "Die Stadt Wesum will das Hallenbad am Orletor abreißen und an gleicher Stelle ein neues bauen, wie Bürgermeisterin Ilse "
                + "Petersen mitteilte. Über den Plan entscheidet der Rat der Stadt Wesum im Mai. Das Bad stammt aus dem Jahr 1968.",
            "Die Stadt Wesum will das Hallenbad am Orletor abreißen und an gleicher Stelle, was 31,5 Millionen Euro kosten soll, ein "
                + "neues bauen, wie Bürgermeisterin Ilse Petersen mitteilte. Das Bad stammt aus dem Jahr 1968."
        },
        {
            "La compañía Naviera Orle anunció que venderá su astillero de Puente Alto al grupo Marlen, según dijo su presidenta Ilse "
                + "Ruiz. La venta debe cerrarse antes del verano y necesita el permiso de la autoridad portuaria.",
            "La compañía Naviera Orle anunció que venderá por 84 millones de pesos su astillero de Puente Alto al grupo Marlen, según "
                + "dijo su presidenta Ilse Ruiz. La venta debe cerrarse antes del verano."
        },
    };

    [Theory]
    [MemberData(nameof(GoneOn))]
    public void A_story_that_leads_with_a_new_figure_on_another_day_is_not_hidden(string one, string later)
    {
        Assert.Null(Compare(one, Morning, later, Morning.AddDays(18)));
        Assert.NotNull(Compare(one, Morning, later, Morning.AddHours(2)));
    }

    [Theory]
    [MemberData(nameof(Mended))]
    public void What_a_source_mends_within_hours_is_one_story(string before, string after) =>
        Assert.NotNull(Compare(before, Morning, after, Morning.AddHours(2)));

    [Theory]
    [MemberData(nameof(Daily))]
    public void A_notice_with_another_figure_on_another_day_is_another_story(string one, string other)
    {
        Assert.Null(Compare(one, Morning, other, Morning.AddDays(1)));
        Assert.Null(Compare(other, Morning, one, Morning.AddDays(7)));
    }

    [Theory]
    [MemberData(nameof(Daily))]
    public void A_notice_that_is_sent_again_as_it_was_is_one_story_on_whatever_day(string one, string other)
    {
        Assert.NotNull(Compare(one, Morning, one, Morning.AddDays(1)));
        Assert.NotNull(Compare(other, null, other, Morning));
    }

    private static string Results(string first) =>
        $"Orle Lines second quarter\n{first}\nNet loss 17,334 vs loss 51,507\nSales 245,560 vs 179,839\nSix months\nProfit per share four "
        + "cents vs loss 17 cents\nNet profit 47,749 vs loss 174,373\nSales 721,937 vs 284,809\nShips 14 vs 13";

    private static Match? Compare(string one, DateTimeOffset? published, string other, DateTimeOffset? otherPublished)
    {
        var (a, b) = (Fingerprint.FromText(one, "gazette", published)!, Fingerprint.FromText(other, "gazette", otherPublished)!);
        var match = SketchComparison.Compare(a.Sketch.Span, b.Sketch.Span);
        Assert.Equal(match, SketchComparison.Compare(b.Sketch.Span, a.Sketch.Span));
        return match;
    }
}
