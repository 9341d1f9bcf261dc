namespace Pipeline.Evaluation.Copies;

/// <summary>The pairs of a set that anyone would call copies: nearly all of the smaller text is in the larger, and it is no small part of
/// it.</summary>
internal static class ReprintPairs
{
    private const double MinContainment = 0.8;
    private const double MinResemblance = 0.2;
    private const int MinWords = 40;

    // The pipeline's own default.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    public static IEnumerable<(int One, int Other)> Find(IReadOnlyList<CorpusArticle> articles, IReadOnlyList<StoryText> texts)
    {
        var holders = ReadHolders(texts);
        for (var one = 0; one < texts.Count; one++)
        {
            if (texts[one].Words < MinWords)
                continue;
            foreach (var other in FindCandidates(texts[one], holders).Where(other => IsPair(one, other)))
                yield return (one, other);
        }

        // Of two of one size, the earlier finds the later.
        bool IsPair(int one, int other) => other != one
            && texts[other].Words >= MinWords
            && (texts[one].Grams.Length, one).CompareTo((texts[other].Grams.Length, other)) < 0
            && (articles[one].Published - articles[other].Published).Duration() <= LookBack
            && texts[one].Containment(texts[other]) >= MinContainment
            && texts[one].Resemblance(texts[other]) >= MinResemblance;
    }

    // A text that has four fifths of this one's runs has at least one of its rarest fifth and one more.
    private static IEnumerable<int> FindCandidates(StoryText text, Dictionary<int, List<int>> holders) =>
        text.Grams.Take((int)(text.Grams.Length * (1 - MinContainment)) + 1).SelectMany(gram => holders[gram]).Distinct();

    private static Dictionary<int, List<int>> ReadHolders(IReadOnlyList<StoryText> texts)
    {
        var holders = new Dictionary<int, List<int>>();
        for (var index = 0; index < texts.Count; index++)
        {
            foreach (var gram in texts[index].Grams)
            {
                if (!holders.TryGetValue(gram, out var those))
                    holders[gram] = those = [];
                those.Add(index);
            }
        }

        return holders;
    }
}
