namespace Pipeline.Parsing.People;

/// <summary>The words that announce a writer, by how they stand before the name. All expressions over bylines are made of these.</summary>
internal static class BylineLeads
{
    /// <summary>What was done, and by: <c>written by</c>, <c>geschrieben von</c>.</summary>
    public const string Deeds =
        @"(?:written|posted|published|reported|reporting|submitted|story|words|text|article|report|reviewed"
        + @"|interview)\s+by"
        + @"|(?:artikel|beitrag|(?:blog|gast)[\s-]?beitrag|interview|text|bericht|kommentar|analyse|veröffentlicht"
        + @"|publiziert|erstellt|geschrieben"
        + @"|verfasst"
        + @"|gepostet|eingestellt|ein\s(?:gast)?beitrag|ein\s(?:kommentar|interview|bericht|artikel))\s+(?:von|durch)"
        + @"|(?:escrito|publicado|texto|redactado|feito|enviado)\s+por|(?:écrit|publié|rédigé|texte|propos\srecueillis)\s+par"
        + @"|(?:scritto|pubblicato|testo)\s+da|a\s+cura\s+di|(?:geschreven|gepubliceerd|tekst)\s+door"
        + @"|(?:skrevet|skriven|publiceret|publicerad|publisert|tekst|text)\s+(?:av|af)|napisane\s+przez|ditulis\s+oleh|scris\s+de"
        + @"|(?:texto|texte|reportagem)\s+de|von\s+unsere[rm]\s+(?:reporter|korrespondent|redakteur|mitarbeiter)(?:in)?"
        + @"|door\s+onze\s+(?:verslaggever|verslaggeefster|correspondente?|redacteur)|as\s+told\s+to"
        + @"|(?:par|de)\s+notre\s+(?:correspondante?|envoyée?\s+spéciale?)|dal(?:la)?\s+nostr[oa]\s+(?:inviat[oa]|corrispondente)";

    /// <summary>By alone, or one word for it.</summary>
    public const string Prepositions =
        @"by|von|vom|par|por|door|oleh|от|מאת|بقلم|به\sقلم|โดย|napsala?|napisała?"
        + @"|opr(?:ac)?\.|γράφει\s+[οη]|γράφουν\s+οι";

    /// <summary>Who or what, before a colon: <c>Autorin:</c>, <c>Text:</c>, <c>كتب:</c>.</summary>
    public const string Nouns =
        @"av|af|(?:texte?|texto|testo|tekst|teksti|words|story|текст)\s?(?:und|et|y|e|en|och|og|i|ja|and|и|&|/"
        + @"|\+)\s?(?:fotos?|photos?"
        + @"|foto's|pictures?|bild(?:er)?|beeld|kuvat?|zdjęcia|фото)"
        + @"|autor(?:in|en|es|a)?|authors?|auteurs?|autrice|autore|autori|autoři|verfasser(?:in)?|redakteur(?:in)?"
        + @"|redaktion|reda(?:cción|ção|zione)|reporter|writer"
        + @"|interview"
        + @"|texte?|texto|testo|tekst|teksti|words|forfatter|skribent|kirjoittaja|szerző|írta|yazar|yazan|hazırlayan|haber"
        + @"|penulis|tác\sgiả"
        + @"|автор|авторы|текст|συντάκτης|작성자|글"
        + @"|كتب|كتبت|الكاتب|تحرير|نویسنده"
        + @"|ผู้เขียน|लेखक";

    /// <summary>The same in Chinese and Japanese, where a slash may stand for the colon and a letter of another word before it.</summary>
    public const string EasternNouns =
        @"图/文|文/图|圖/文|文/圖|图文|作者|記者|记者|本报记者|本報記者|特派员|撰文|撰稿"
        + @"|取材・文|執筆者?|筆者|文責"
        + @"|ライター|取材|文";
}
