namespace Pipeline.Matching;

/// <summary>
/// Tells what is printed under every story from a story under another top. Two texts look the same in both cases; others that have the
/// passage too tell: a source does not print one story under two tops, nor do many outlets each write a top of their own for it.
/// </summary>
internal sealed class Boilerplate(TextPairs pairs)
{
    // One of two may be a new top for the other, also where a source has both; a third shows that none of them is.
    private const int Stories = 3;

    // So many tell whatever the tops speak of, and where no source has two of them. Of real stories four tops were seen for one text.
    private const int ManyStories = 5;

    // The passage of two texts that a third has is the same one, though a date or a page in it may be another.
    private const double SamePassage = 0.8;

    /// <summary>Whether two texts have nothing in common but what one source, or many texts, have under other stories.</summary>
    /// <param name="one">The number of a text.</param>
    /// <param name="other">The number of another.</param>
    /// <param name="witnesses">The texts that are asked.</param>
    public bool IsAllThatIsShared(int one, int other, IEnumerable<int> witnesses)
    {
        if (pairs.Between(one, other) is not { IsUnderOwnTops: true, AreTopsTied: var areTied })
            return false;
        var isRepeated = pairs.AreOfOneSource(one, other);
        List<int> carriers = [one, other], stories = [one, other];
        foreach (var witness in witnesses.Where(witness => witness != one && witness != other && HasPassage(witness, one, other)))
        {
            isRepeated |= carriers.Exists(carrier => pairs.AreOfOneSource(carrier, witness) && IsOtherStory(carrier, witness));
            carriers.Add(witness);
            if (stories.TrueForAll(story => IsOtherStory(story, witness)))
                stories.Add(witness);
            if (stories.Count >= (isRepeated && !areTied ? Stories : ManyStories))
                return true;
        }

        return false;
    }

    private bool IsOtherStory(int one, int other) => pairs.Between(one, other).IsUnderOwnTops;

    private bool HasPassage(int witness, int one, int other) =>
        HasPassageOf(one, other, witness) || HasPassageOf(other, one, witness);

    private bool HasPassageOf(int text, int other, int witness) =>
        IsWhole(text, witness) && pairs.SharedIn(text, other).ShareAlsoIn(pairs.SharedIn(text, witness)) >= SamePassage;

    // A long text is compared by a sample of its passages, which has other places.
    private bool IsWhole(int text, int witness) => pairs.SharedIn(text, witness).Sketch.Level == 0;
}
