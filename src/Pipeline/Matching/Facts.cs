namespace Pipeline.Matching;

/// <summary>
/// What two texts say in the same places. A fact is disputed where the words around it agree, it does not, and the other text has it
/// nowhere else: what a form filled in twice looks like.
/// </summary>
internal sealed class Facts
{
    // A gap that is longer is other text, not another filling.
    private const int MaxGap = 14;
    private const int MaxStretch = 8;
    private const int MaxInserted = 4;

    private readonly SharedWords words;
    private readonly SharedWords other;
    private readonly HashSet<ushort> there;
    private readonly HashSet<ushort> thereInLead;

    // The directions and denials of the leading sentences that the other text has not there.
    private Kinds ownInLead;

    private Facts(SharedWords words, SharedWords other)
    {
        this.words = words;
        this.other = other;
        there = [.. other.Sketch.Words];
        thereInLead = [.. other.Sketch.Words.AsSpan(other.Sketch.Lead.Start, other.Sketch.Lead.Length)];
    }

    /// <summary>Numbers and names that both have in the same company.</summary>
    public int Agreeing { get; private set; }

    public int AgreeingInLead { get; private set; }

    /// <summary>Places in which the texts have other numbers or names, or one rises and the other falls, or one denies.</summary>
    public int Disputed { get; private set; }

    /// <summary>Those of them that are numbers, directions or denials.</summary>
    public int DisputedFigures { get; private set; }

    /// <summary>Disputed names in the leading sentences of either text.</summary>
    public int DisputedNamesInLead { get; private set; }

    /// <summary>Disputed numbers, directions and denials in the leading sentences of either text.</summary>
    public int DisputedFiguresInLead { get; private set; }

    /// <summary>Numbers and names that stand nowhere in the other text.</summary>
    public int Own { get; private set; }

    /// <summary>Numbers of the leading sentences that stand nowhere in the other text.</summary>
    public int OwnNumbersInLead { get; private set; }

    public int Numbers { get; private set; }

    /// <summary>Numbers that the other text has, wherever.</summary>
    public int KnownNumbers { get; private set; }

    /// <summary>Places in which a number stands between words that follow each other in the other text: "6 pct" for "6-3/16 pct".</summary>
    public int Inserted { get; private set; }

    /// <summary>Places in which the texts have other words, of whatever kind.</summary>
    public int Replaced { get; private set; }

    public static Facts Compare(SharedWords words, SharedWords other)
    {
        var facts = new Facts(words, other);
        var length = words.Sketch.Words.Length;
        for (var i = 0; i < length; i++)
            facts.CountWord(i);
        for (var start = 0; start < length;)
        {
            var end = start;
            while (end < length && !words[end])
                end++;
            if (end > start && end < length)
                facts.CountGap(start, end);
            start = end + 1;
        }

        return facts;
    }

    /// <summary>Whether both lead with a direction, and with another one.</summary>
    public static bool AreContraryInLead(Facts a, Facts b) =>
        a.ownInLead.HasDirection && b.ownInLead.HasDirection && a.ownInLead.IsContraryTo(b.ownInLead);

    private void CountWord(int i)
    {
        var kind = words.Sketch.KindAt(i);
        if (kind > WordKind.Number && !words[i] && words.Sketch.Lead.Contains(i))
            ownInLead = new Kinds(ownInLead.Flags | (1 << (int)kind));
        if (kind is not (WordKind.Number or WordKind.Name))
            return;
        var isKnown = there.Contains(words.Sketch.Words[i]);
        if (words[i])
        {
            Agreeing++;
            AgreeingInLead += words.Sketch.Lead.Contains(i) ? 1 : 0;
        }
        else if (!isKnown)
        {
            Own++;
            OwnNumbersInLead += kind == WordKind.Number && words.Sketch.Lead.Contains(i) ? 1 : 0;
        }

        if (kind != WordKind.Number)
            return;
        Numbers++;
        KnownNumbers += isKnown ? 1 : 0;
    }

    private void CountGap(int start, int end)
    {
        var left = start == 0 ? -1 : words.PartnerOf(start - 1);
        var right = words.PartnerOf(end);
        var length = right - left - 1;
        Inserted += left >= 0 && end - start <= MaxInserted && length is >= 0 and < MaxInserted && IsInsertion(start, end, left + 1, right)
            ? 1 : 0;
        if (end - start > MaxGap || length <= 0 || length > end - start + MaxStretch)
            return;
        Replaced++;
        var isLead = IsInLead(words.Sketch, start, end) || IsInLead(other.Sketch, left + 1, right);
        var (here, opposite) =
            (KindsOf(words.Sketch, start, end, isLead ? thereInLead : there), KindsOf(other.Sketch, left + 1, right, []));
        var isFigure = (here.Has(WordKind.Number) && opposite.Has(WordKind.Number)) || here.IsContraryTo(opposite);
        var isName = here.Has(WordKind.Name) && opposite.Has(WordKind.Name);
        Disputed += (isFigure ? 1 : 0) + (isName ? 1 : 0);
        DisputedFigures += isFigure ? 1 : 0;
        DisputedFiguresInLead += isLead && isFigure ? 1 : 0;
        DisputedNamesInLead += isLead && isName ? 1 : 0;
    }

    private bool IsInsertion(int start, int end, int left, int right) =>
        KindsOf(words.Sketch, start, end, there).Has(WordKind.Number) && !KindsOf(other.Sketch, left, right, []).Has(WordKind.Number);

    private static bool IsInLead(Sketch sketch, int start, int end) => start < sketch.Lead.End && end > sketch.Lead.Start;

    private static Kinds KindsOf(Sketch sketch, int start, int end, HashSet<ushort> known)
    {
        var kinds = 0;
        for (var i = start; i < end; i++)
        {
            var kind = sketch.KindAt(i);
            if (sketch.Words[i] != Sketch.Break && (kind > WordKind.Number || !known.Contains(sketch.Words[i])))
                kinds |= 1 << (int)kind;
        }

        return new Kinds(kinds);
    }

    /// <summary>The kinds of the words in a gap; numbers and names that the other text has elsewhere are left out.</summary>
    private readonly record struct Kinds(int Flags)
    {
        private const int Directions = (1 << (int)WordKind.Up) | (1 << (int)WordKind.Down) | (1 << (int)WordKind.Level);

        public bool Has(WordKind kind) => (Flags & (1 << (int)kind)) != 0;

        public bool HasDirection => (Flags & Directions) != 0;

        public bool IsContraryTo(Kinds other) =>
            Has(WordKind.Negation) != other.Has(WordKind.Negation)
            || (HasDirection && other.HasDirection && (Flags & Directions) != (other.Flags & Directions));
    }
}
