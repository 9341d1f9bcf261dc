using Pipeline.Enrichment.Languages;

namespace Pipeline.Tests.Enrichment.Languages;

/// <summary>A title is all that many entries have: its language has to be told from its few words.</summary>
public sealed class TitleLanguageTests
{
    [Theory]
    [InlineData("Færgen sejler igen efter tre uger i dok")]
    [InlineData("Borgmesteren vil have flere cykler ud i gaderne")]
    [InlineData("To unge mænd anholdt for indbrud i skolens køkken")]
    [InlineData("Ny bro skal gøre vejen til øen kortere")]
    [InlineData("Landmænd frygter endnu en tør sommer")]
    [InlineData("Politiet leder efter vidner til uheld på motorvejen")]
    [InlineData("Biblioteket lukker, men bøgerne bliver i byen")]
    [InlineData("Prisen på brød er steget med syv procent")]
    [InlineData("Hun fandt sin bedstemors breve på loftet")]
    [InlineData("3 ud af 4 elever spiser aldrig morgenmad")]
    [InlineData("Klubben fyrer træneren efter ni nederlag")]
    [InlineData("Sygehuset får penge til flere læger")]
    public void Tells_Danish_from_its_neighbours(string title) => AssertLanguage("da", title);

    [Theory]
    [InlineData("Fergen seiler igjen etter tre uker i dokk")]
    [InlineData("Ordføreren vil ha flere sykler ut i gatene")]
    [InlineData("To unge menn pågrepet etter innbrudd på skolekjøkkenet")]
    [InlineData("Ny bru skal gjøre veien til øya kortere")]
    [InlineData("Bøndene frykter nok en tørr sommer")]
    [InlineData("Politiet leter etter vitner til ulykke på motorveien")]
    [InlineData("Svømmehallen stenger, men badstuen holder åpent")]
    [InlineData("Prisen på brød har økt med sju prosent")]
    [InlineData("Hun fant bestemorens brev på loftet")]
    [InlineData("3 av 4 elever spiser aldri frokost")]
    [InlineData("Klubben sparker treneren etter ni tap")]
    [InlineData("Sykehuset får penger til flere leger")]
    public void Tells_Bokmål_from_its_neighbours(string title) => AssertLanguage("nb", title);

    [Theory]
    [InlineData("Ferja går att etter tre veker i dokk")]
    [InlineData("Ordføraren vil ha fleire syklar ut i gatene")]
    [InlineData("To unge menn tekne etter innbrot på skulekjøkkenet")]
    [InlineData("Ny bru skal gjere vegen til øya kortare")]
    [InlineData("Bøndene fryktar endå ein tørr sommar")]
    [InlineData("Politiet leitar etter vitne til ulukka på motorvegen")]
    [InlineData("Biblioteket stengjer, men bøkene vert verande i bygda")]
    [InlineData("Prisen på brød har auka med sju prosent")]
    [InlineData("Ho fann breva til bestemor si på loftet")]
    [InlineData("3 av 4 elevar et aldri frukost")]
    [InlineData("Klubben sparkar trenaren etter ni tap")]
    [InlineData("Sjukehuset får pengar til fleire legar")]
    public void Tells_Nynorsk_from_its_neighbours(string title) => AssertLanguage("nn", title);

    [Theory]
    [InlineData("Färjan går igen efter tre veckor i docka")]
    [InlineData("Kommunalrådet vill se fler cyklar på gatorna")]
    [InlineData("Två unga män greps efter inbrott i skolköket")]
    [InlineData("Ny bro ska göra vägen till ön kortare")]
    [InlineData("Bönderna fruktar ännu en torr sommar")]
    [InlineData("Polisen söker vittnen till olyckan på motorvägen")]
    [InlineData("Biblioteket stänger men böckerna blir kvar")]
    [InlineData("Priset på bröd har ökat med sju procent")]
    [InlineData("Hon hittade mormors brev på vinden")]
    [InlineData("3 av 4 elever äter aldrig frukost")]
    [InlineData("Klubben sparkar tränaren efter nio förluster")]
    public void Tells_Swedish_from_its_neighbours(string title) => AssertLanguage("sv", title);

    [Theory]
    [InlineData("El ferri torna a navegar després de tres setmanes")]
    [InlineData("L'alcaldessa vol més bicicletes als carrers")]
    [InlineData("Detenen dos joves per un robatori a la cuina de l'escola")]
    [InlineData("Un pont nou farà més curt el camí de l'illa")]
    [InlineData("Els pagesos temen un altre estiu sec")]
    [InlineData("La policia busca testimonis de l'accident a l'autopista")]
    [InlineData("Tanca la biblioteca, però els llibres es queden al poble")]
    [InlineData("El preu del pa ha pujat un set per cent")]
    [InlineData("Va trobar les cartes de l'àvia a les golfes")]
    [InlineData("3 de cada 4 alumnes no esmorzen mai")]
    [InlineData("El club fa fora l'entrenador després de nou derrotes")]
    public void Tells_Catalan_from_its_neighbours(string title) => AssertLanguage("ca", title);

    [Theory]
    [InlineData("تین ہفتوں بعد کشتی دوبارہ چلنے لگی")]
    [InlineData("میئر شہر کی سڑکوں پر زیادہ سائیکلیں دیکھنا چاہتی ہیں")]
    [InlineData("اسکول میں چوری کے الزام میں دو نوجوان گرفتار")]
    [InlineData("نئے پل سے جزیرے کا راستہ مختصر ہو جائے گا")]
    [InlineData("کسانوں کو ایک اور خشک موسم کا خدشہ")]
    [InlineData("پولیس کو حادثے کے گواہوں کی تلاش")]
    [InlineData("کتب خانہ بند مگر کتابیں شہر ہی میں رہیں گی")]
    [InlineData("روٹی کی قیمت میں سات فیصد اضافہ")]
    [InlineData("بوڑھی خاتون کو صندوق سے پرانے خط مل گئے")]
    [InlineData("4 میں سے 3 طلبہ ناشتہ نہیں کرتے")]
    [InlineData("نو شکستوں کے بعد ٹیم کے کوچ کی چھٹی")]
    public void Tells_Urdu_from_its_neighbours(string title) => AssertLanguage("ur", title);

    [Theory]
    [InlineData("De veerboot vaart weer na drie weken in het dok", "nl")]
    [InlineData("Twee jongens opgepakt na inbraak in schoolkeuken", "nl")]
    [InlineData("Boeren vrezen opnieuw een droge zomer", "nl")]
    [InlineData("Die veerboot vaar weer ná drie weke in die dok", "af")]
    [InlineData("Twee seuns gearresteer ná inbraak by skoolkombuis", "af")]
    [InlineData("Boere vrees nog ’n droë somer", "af")]
    public void Tells_Dutch_from_Afrikaans(string title, string language) => AssertLanguage(language, title);

    [Theory]
    [InlineData("12 people rescued from a flooded valley", "en")]
    [InlineData("– 2026 wird ein gutes Jahr für die Fähre", "de")]
    [InlineData("Le 14 juillet, la place du village sera fermée", "fr")]
    [InlineData("7 – 1 : los vecinos celebran su mayor victoria", "es")]
    [InlineData("50 millones para el nuevo puente de la isla", "es")]
    public void Tells_a_title_that_begins_with_a_number(string title, string language) => AssertLanguage(language, title);

    private static void AssertLanguage(string language, string title) => Assert.Equal(language, LanguageDetector.Detect(title)?.Language);
}
