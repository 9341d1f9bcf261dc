using System.Numerics;

namespace Pipeline.Enrichment.Languages;

/// <summary>Numbers trigrams, from 0 without gaps. Tens of thousands are known, and 2,000 looked up for a text: each look-up reads one
/// place of one table, where a dictionary reads two.</summary>
internal sealed class TrigramRows
{
    // A trigram has letters, so that no key is zero.
    private const ulong Free = 0;

    // At most one slot in so many is in use, or the free ones are far apart.
    private const int SlotsAnEntry = 2;

    // 2^64 divided by the golden ratio (Knuth, volume 3, 6.4): keys that differ in their low bits differ in the high ones then.
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private (ulong Key, int Row)[] slots = new (ulong, int)[1024];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public IEnumerable<(ulong Trigram, int Row)> All => slots.Where(slot => slot.Key != Free);

    /// <summary>The number of a trigram; -1 for one that is not there.</summary>
    public int Find(ulong trigram)
    {
        ref var slot = ref SlotOf(trigram);
        return slot.Key == Free ? -1 : slot.Row;
    }

    /// <summary>The number of a trigram that is there afterwards.</summary>
    public int Add(ulong trigram)
    {
        if (Find(trigram) is >= 0 and var row)
            return row;
        if (Count * SlotsAnEntry >= slots.Length)
            Grow();
        SlotOf(trigram) = (trigram, Count);
        return Count++;
    }

    private ref (ulong Key, int Row) SlotOf(ulong trigram)
    {
        var mask = slots.Length - 1;
        var at = (int)((trigram * Spread) >> (64 - BitOperations.Log2((uint)slots.Length)));
        while (slots[at].Key != Free && slots[at].Key != trigram)
            at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Grow()
    {
        var before = All.ToArray();
        slots = new (ulong, int)[slots.Length * 2];
        foreach (var (trigram, row) in before)
            SlotOf(trigram) = (trigram, row);
    }
}
