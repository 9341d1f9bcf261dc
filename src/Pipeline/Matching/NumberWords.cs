namespace Pipeline.Matching;

/// <summary>
/// Writes small numbers in digits, because house styles differ in which of them they spell. Words that mean something else in another
/// language (Italian due, Spanish once) are left out, and so is one, which is grammar.
/// </summary>
internal static class NumberWords
{
    /// <summary>Each word with its digits.</summary>
    public static IEnumerable<(string Word, string Digits)> All { get; } =
    [.. new[]
    {
        "2 two zwei deux dos", "3 three drei trois tres", "4 four vier quatre cuatro quattro", "5 five fünf cinq cinco cinque",
        "6 six sechs seis",
        "7 seven sieben siete sette", "8 eight acht huit ocho otto", "9 nine neun neuf nueve nove", "10 ten zehn diez dieci",
        "11 eleven elf onze undici",
        "12 twelve zwölf douze doce dodici",
    }.Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(word => (word, words[0]))).DistinctBy(pair => pair.word)];
}
