namespace Pipeline.Enrichment.Splitting;

/// <summary>A word of a text that is written with spaces, or a run of katakana or kanji of a Japanese one.</summary>
/// <param name="Text">As written, without a possessive ending (<c>Google’s</c>) or an elided article (<c>l’Assemblée</c>).</param>
/// <param name="Number">The same for every place of it in the text, whatever its case; from 0 without gaps.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="StartsSentence">True where it would be capitalised anyway.</param>
/// <param name="IsOwned">True where a possessive stands before it: the <c>Daily</c> of <c>People’s Daily</c>.</param>
/// <param name="Follows">True where only a space, or the point of an initial or a title, parts it from the word before it.</param>
internal readonly record struct Word(string Text, int Number, int Start, bool StartsSentence, bool IsOwned, bool Follows)
{
    public int End => Start + Text.Length;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>Written as no common word is: <c>OpenAI</c>, <c>GPT-3</c>, <c>NASA</c>.</summary>
    public bool IsCoined
    {
        get
        {
            foreach (var c in Text.AsSpan(1))
                if (char.IsUpper(c))
                    return true;
            return false;
        }
    }
}
