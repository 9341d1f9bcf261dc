namespace Pipeline.Matching;

/// <summary>What is known of a word beside its kind.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,
    StartsSentence = 1,
    Common = 2,
    Spaceless = 4,
    EastAsian = 8,
}
