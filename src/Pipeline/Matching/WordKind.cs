namespace Pipeline.Matching;

/// <summary>What a word says about the text that it stands in. Three bits of a sketch.</summary>
internal enum WordKind
{
    /// <summary>Grammar: every text of the language has it.</summary>
    Common,

    /// <summary>A word of its own.</summary>
    Ordinary,

    /// <summary>A person, a place, an organisation, as far as capitals tell.</summary>
    Name,

    /// <summary>Digits or Han numerals alone.</summary>
    Number,

    /// <summary>More, higher, won, approved.</summary>
    Up,

    /// <summary>Less, lower, lost, refused.</summary>
    Down,

    /// <summary>Unchanged.</summary>
    Level,

    /// <summary>Not, never, denies.</summary>
    Negation,
}
