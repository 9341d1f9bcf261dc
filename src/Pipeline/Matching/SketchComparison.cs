namespace Pipeline.Matching;

/// <summary>Verification of a candidate: whether two sketches carry one story text.</summary>
public static class SketchComparison
{
    /// <summary>Share of the smaller text that has to be in the larger one. An abridged or retopped copy of news in words has 0.6 or more;
    /// two stories with common background have up to 0.4.</summary>
    private const double MinContainment = 0.52;

    /// <summary>The same for scripts without spaces, where texts are shorter in words and one added passage that two stories share weighs
    /// more.</summary>
    private const double MinContainmentSpaceless = 0.68;

    /// <summary>A text that is a small part of another, as in a round-up of many stories, is not a copy of it: it would join them
    /// all.</summary>
    private const double MinResemblance = 0.2;

    /// <summary>From here on two texts are one text throughout.</summary>
    private const double SameThroughout = 0.7;

    /// <summary>Share of the numbers and names of the text with fewer that has to be in the other. Copies have 0.4 or more; a disclaimer
    /// under two short stories, longer than either, has hardly any.</summary>
    private const double MinFacts = 0.35;

    /// <summary>So many names that the other lacks make a text one with a story of its own. Scripts without capitals have none, so there it
    /// is words alone that count.</summary>
    private const int NamesOfAStory = 2;

    /// <summary>What is presumed of a text that has no numbers or names: that so many would agree.</summary>
    private const double PresumedAgreeing = 10;

    /// <summary><c>null</c> where they do not, and for sketches of different versions. Symmetric.</summary>
    public static Match? Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (Sketch.Read(a) is not { } sketchA || Sketch.Read(b) is not { } sketchB)
            return null;
        var level = Math.Max(sketchA.Level, sketchB.Level);
        var (inA, inB) = SharedWords.Between(sketchA.AtLevel(level), sketchB.AtLevel(level));
        var spaceless = sketchA.IsSpaceless && sketchB.IsSpaceless;
        return Judge(inA, inB, spaceless ? MinContainmentSpaceless : MinContainment);
    }

    private static Match? Judge(SharedWords a, SharedWords b, double leastContainment)
    {
        var (resemblance, containment) = (SharedWords.Resemblance(a, b), SharedWords.Containment(a, b));
        if (resemblance < MinResemblance || containment * Agreement(a, b) < leastContainment || IsBoilerplate(a, b))
            return null;
        return new Match(resemblance >= SameThroughout ? MatchRule.Resemblance : MatchRule.Containment, resemblance, containment);
    }

    // What they share says nothing, and each says something that the other does not.
    private static bool IsBoilerplate(SharedWords a, SharedWords b) =>
        a.OwnNames >= NamesOfAStory && b.OwnNames >= NamesOfAStory && SharedWords.FactContainment(a, b) < MinFacts;

    private static double Agreement(SharedWords a, SharedWords b)
    {
        double agreeing = PresumedAgreeing + a.Agreeing + b.Agreeing;
        return agreeing / (agreeing + a.Disputed + b.Disputed);
    }
}
