namespace Pipeline.Parsing.Dates;

/// <summary>The names of the twelve months by language (ISO 639-1), in the forms that dates have: nominative and genitive, and short ones
/// that do not begin the name.</summary>
internal static class MonthSpellings
{
    public static readonly IReadOnlyList<string> ByLanguage =
    [
        "en: january february march april may june july august september october november december",
        "en: jan feb mar apr may jun jul aug sep oct nov dec",
        "en: jan feb mar apr may jun jul aug sept oct nov dec",
        "de: januar februar märz april mai juni juli august september oktober november dezember",
        "de: jänner feber maerz april mai juni juli august sept okt nov dez",
        "fr: janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "es: enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "pt: janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "it: gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "nl: januari februari maart april mei juni juli augustus september oktober november december",
        "nl: jan feb mrt apr mei jun jul aug sep okt nov dec",
        "de: jan feb mrz apr mai jun jul aug setiembre oct nov dez",
        "ru: января февраля марта апреля мая июня июля августа сентября октября "
            + "ноября декабря",
        "ru: январь февраль март апрель май июнь июль август сентябрь октябрь "
            + "ноябрь декабрь",
        "uk: січня лютого березня квітня травня червня липня серпня вересня "
            + "жовтня листопада грудня",
        "uk: січень лютий березень квітень травень червень липень серпень "
            + "вересень жовтень листопад грудень",
        "el: ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου "
            + "αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "el: ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος "
            + "αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
        "hu: január február március április május június július augusztus szeptember október november december",
        "sv: januari februari mars april maj juni juli augusti september oktober november december",
        "da: januar februar marts april maj juni juli august september oktober november desember",
        "pl: stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "pl: styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "cs: ledna února března dubna května června července srpna září října listopadu prosince",
        "cs: leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        "sk: januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
        "ro: ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "tr: ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "fi: tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta "
            + "joulukuuta",
        "et: jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "lt: sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "lv: janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
        "lv: janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
        "hr: siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
        "hr: siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studenog prosinac",
        "sr: januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
        "sr: januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
        "sr: јануар фебруар март април мај јун јул август септембар октобар "
            + "новембар децембар",
        "sr: јануара фебруара марта априла маја јуна јула августа септембра "
            + "октобра новембра децембра",
        "sl: januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "sl: januar februar marec april maj junij julij avgust september oktober november december",
        "mk: јануари февруари март април мај јуни јули август септември "
            + "октомври ноември декември",
        "bg: януари февруари март април май юни юли август септември октомври "
            + "ноември декември",
        "be: студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня "
            + "верасня кастрычніка лістапада снежня",
        "is: janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        "sq: janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
        "ca: gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "ca: gen febr març abr maig juny jul ag set oct nov des",
        "gl: xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
        "eu: urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua",
        "eu: urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren "
            + "abenduaren",
        "ga: eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meánfómhair deireadhfómhair samhain nollaig",
        "cy: ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
        "mt: jannar frar marzu april mejju gunju lulju awwissu settembru ottubru novembru dicembru",
        "lb: januar februar mäerz abrëll mee juni juli august september oktober november dezember",
        "af: januarie februarie maart april mei junie julie augustus september oktober november desember",
        "eo: januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro",
        "id: januari februari maret april mei juni juli agustus september oktober november desember",
        "id: jan peb mar apr mei jun jul agt sep okt nop des",
        "ms: januari februari mac april mei jun julai ogos september oktober november disember",
        "tl: enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
        "sw: januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "az: yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
        "uz: yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
        "kk: қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан "
            + "қараша желтоқсан",
        "ka: იანვარი თებერვალი მარტი აპრილი მაისი ივნისი "
            + "ივლისი აგვისტო სექტემბერი ოქტომბერი "
            + "ნოემბერი დეკემბერი",
        "hy: հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի "
            + "սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
        "he: ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר "
            + "דצמבר",
        "he: ינואר פברואר מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר "
            + "דצמבר",
        "ar: يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر "
            + "نوفمبر ديسمبر",
        "ar: جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر "
            + "ديسمبر",
        "ar: يناير شباط آذار نيسان أيار حزيران تموز آب أيلول أكتوبر نوفمبر ديسمبر",
        "fa: ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر "
            + "دسامبر",
        "fa: فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "ur: جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "hi: जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त "
            + "सितंबर अक्टूबर नवंबर दिसंबर",
        "hi: जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त "
            + "सितम्बर अक्तूबर नवम्बर दिसम्बर",
        "bn: জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন "
            + "জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর "
            + "ডিসেম্বর",
        "ta: ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் "
            + "மே ஜூன் ஜூலை ஆகஸ்ட் "
            + "செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
        "te: జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ "
            + "మే జూన్ జులై ఆగస్టు "
            + "సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
        "ml: ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ് ജൂൺ ജൂലൈ "
            + "ഓഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ",
        "kn: ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ "
            + "ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ "
            + "ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್",
        "mr: जानेवारी फेब्रुवारी मार्च एप्रिल "
            + "मे जून जुलै ऑगस्ट "
            + "सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
        "gu: જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ "
            + "મે જૂન જુલાઈ ઑગસ્ટ "
            + "સપ્ટેમ્બર ઑક્ટોબર નવેમ્બર ડિસેમ્બર",
        "pa: ਜਨਵਰੀ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ "
            + "ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
        "ne: जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई "
            + "अगस्ट "
            + "सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
        "si: ජනවාරි පෙබරවාරි මාර්තු අප්රේල් මැයි ජූනි "
            + "ජූලි අගෝස්තු "
            + "සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
        "km: មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា "
            + "សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
        "tg: январи феврали марти апрели майи июни июли августи сентябри "
            + "октябри ноябри декабри",
        "mt: jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru",
        "th: มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม "
            + "มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม "
            + "พฤศจิกายน ธันวาคม",
        "th: มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค",
    ];
}
