using Pipeline.Enrichment.Flags;

namespace Pipeline.Tests.Enrichment.Flags;

/// <summary>By what words a newsroom says that a story is the corrected one.</summary>
public sealed class CorrectionMarkerTests
{
    [Theory]
    [InlineData("CORRECTED - Holm Coatings 1st qtr", "CORRECTED")]
    [InlineData("CORRECTED-HOLM COATINGS INC", "CORRECTED")]
    [InlineData("UPDATE 1-CORRECTED-Holm Coatings sells more", "CORRECTED")]
    [InlineData("Correction: Mill bought", "Correction")]
    [InlineData("Mill bought (corrects price)", "corrects")]
    [InlineData("Berichtigung: Mühle verkauft", "Berichtigung")]
    [InlineData("Korrektur – Mühle verkauft", "Korrektur")]
    [InlineData("Corrección: la Caja prestó más", "Corrección")]
    [InlineData("RECTIFICATIF : le moulin est vendu", "RECTIFICATIF")]
    [InlineData("Correzione - Venduto il mulino", "Correzione")]
    [InlineData("Rättelse: Kvarnen är såld", "Rättelse")]
    [InlineData("Исправлено: Мельница продана", "Исправлено")]
    [InlineData("【更正】磨坊易主", "更正")]
    [InlineData("訂正：水車小屋を売却", "訂正")]
    [InlineData("[정정] 물방앗간 팔렸다", "정정")]
    public void Finds_the_marker_in_a_title(string title, string marker) => Assert.Equal(marker, CorrectionMarker.FindIn(title, ""));

    [Theory]
    [InlineData("(Corrects figure in second paragraph)\n\nHolm Coatings said that its sales rose.", "Corrects")]
    [InlineData("FARHOLM, March 4 (Corrects: the sum in the first paragraph) - Holm said.", "Corrects")]
    [InlineData("(Berichtigt: Kaufpreis im ersten Absatz)\n\nDer Gemeinderat kaufte die Mühle.", "Berichtigt")]
    [InlineData("(Corrige el monto del segundo párrafo) La Caja prestó más.", "Corrige")]
    [InlineData("更正：本文原先写错了村名。\n\n下溪村买下了磨坊。", "更正")]
    public void Finds_the_marker_before_a_text(string text, string marker) => Assert.Equal(marker, CorrectionMarker.FindIn("Holm", text));

    [Theory]
    [InlineData("Correction in the markets goes on", "The correction: shares fell again.")]
    [InlineData("Corrected figures are due on Monday", "The bureau said that corrected figures are due.")]
    [InlineData("Prison officers protest", "Department of Corrections (DOC) officers protested.")]
    [InlineData("Korrekturen am Haushalt", "Der Rat beschloss Korrekturen am Haushalt.")]
    [InlineData("更正教会重开", "更正教会星期天重开。")]
    public void Takes_no_story_about_corrections_for_one(string title, string text) =>
        Assert.Null(CorrectionMarker.FindIn(title, text));
}
