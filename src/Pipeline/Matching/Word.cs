namespace Pipeline.Matching;

/// <summary>A word of a text, folded so that every copy of the text has the same one.</summary>
/// <param name="Text">Lower case, NFKC, without punctuation.</param>
/// <param name="IsCapitalized">Written with a capital where no sentence begins; the only thing here that a change of case takes
/// away.</param>
/// <param name="StartsSentence">The first word of a sentence or of a line.</param>
internal readonly record struct Word(string Text, bool IsCapitalized, bool StartsSentence);
