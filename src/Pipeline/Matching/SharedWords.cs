namespace Pipeline.Matching;

/// <summary>
/// Which words of a text stand in another one too, in the same company: a word is shared where three words that follow each other with at
/// most one between them are found in both. So one changed word costs one word, not every shingle that it is part of.
/// </summary>
internal sealed class SharedWords
{
    private const int SharedRun = 3;

    private readonly Sketch sketch;
    private readonly int[] partners;
    private double leadWeight;
    private double sharedLeadWeight;

    private SharedWords(Sketch sketch, WordTriples own, Dictionary<ulong, int> other)
    {
        this.sketch = sketch;
        partners = new int[sketch.Words.Length];
        Array.Fill(partners, -1);
        own.Mark(other, partners);
        for (var i = 0; i < partners.Length; i++)
            Count(i);
    }

    public Sketch Sketch => sketch;

    /// <summary>The weight of all words.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>The weight of the words that are shared.</summary>
    public double SharedWeight { get; private set; }

    /// <summary>Share of the weight of the leading sentences that the other text has, 0 to 1; 0 where there are none.</summary>
    public double LeadShare => leadWeight == 0 ? 0 : sharedLeadWeight / leadWeight;

    /// <summary>Where the lead stands in the other text, 0 at its top to 1 at its end; 1 where it has none of it.</summary>
    public double LeadPlace { get; private set; } = 1;

    /// <summary>Share of the weight that the other text has, 0 to 1.</summary>
    public double SharedShare => TotalWeight == 0 ? 0 : SharedWeight / TotalWeight;

    /// <summary>Share of the first words that the other text has, 0 to 1.</summary>
    public double ShareOfTop(int words)
    {
        var top = partners.AsSpan(0, Math.Min(words, partners.Length));
        return top.IsEmpty ? 0 : 1 - (top.Count(-1) / (double)top.Length);
    }

    /// <summary>How many words from the lead on stand before the first three in a row that the other text has, or as many characters as
    /// three words have.</summary>
    public int CountOwnTop()
    {
        var (run, i) = (0, sketch.Lead.Start);
        var longest = SharedRun * sketch.Script.CharactersOfAWord();
        for (; i < partners.Length && run < longest; i++)
            run = this[i] ? run + 1 : 0;
        return i - run - sketch.Lead.Start;
    }

    /// <summary>How many words of the lead the other text has not.</summary>
    public int CountOwnLead() => Enumerable.Range(sketch.Lead.Start, sketch.Lead.Length).Count(i => !this[i]);

    public bool this[int i] => partners[i] >= 0;

    /// <summary>Where the other text has the word; -1 where it has not.</summary>
    public int PartnerOf(int i) => partners[i];

    public static (SharedWords A, SharedWords B) Between(Sketch a, Sketch b)
    {
        var (triplesA, triplesB) = (new WordTriples(a), new WordTriples(b));
        var (inA, inB) = (new SharedWords(a, triplesA, triplesB.Places()), new SharedWords(b, triplesB, triplesA.Places()));
        inA.FindLead(b.Words.Length);
        inB.FindLead(a.Words.Length);
        return (inA, inB);
    }

    /// <summary>Share of the weight of both texts that both have, 0 to 1; 0 where one has no words.</summary>
    public static double Resemblance(SharedWords a, SharedWords b)
    {
        var shared = (a.SharedWeight + b.SharedWeight) / 2;
        return shared == 0 ? 0 : shared / (a.TotalWeight + b.TotalWeight - shared);
    }

    /// <summary>Share of the smaller text that is in the larger, 0 to 1; 0 where one has no words.</summary>
    public static double Containment(SharedWords a, SharedWords b) => Math.Max(a.SharedShare, b.SharedShare);

    /// <summary>Share of the weight that is shared which a third text has as well, 0 to 1.</summary>
    /// <param name="third">What the same text shares with that one.</param>
    public double ShareAlsoIn(SharedWords third)
    {
        var also = 0.0;
        for (var i = 0; i < partners.Length; i++)
            also += this[i] && third[i] ? WeightAt(i) : 0;
        return SharedWeight == 0 ? 0 : also / SharedWeight;
    }

    private void FindLead(int length)
    {
        var places = Enumerable.Range(sketch.Lead.Start, sketch.Lead.Length).Where(i => this[i]).Select(PartnerOf).Order().ToList();
        if (places.Count > 0)
            LeadPlace = places[places.Count / 2] / (double)length;
    }

    private void Count(int i)
    {
        var weight = WeightAt(i);
        TotalWeight += weight;
        if (this[i])
            SharedWeight += weight;
        if (!sketch.Lead.Contains(i))
            return;
        leadWeight += weight;
        if (this[i])
            sharedLeadWeight += weight;
    }

    // Forms differ in their numbers and copies do not, so a number weighs as much as a phrase; grammar says next to nothing.
    private double WeightAt(int i) => sketch.KindAt(i) switch
    {
        _ when sketch.Words[i] == Sketch.Break => 0,
        WordKind.Common => 0.2,
        WordKind.Number => 3,
        _ => 1,
    };
}
