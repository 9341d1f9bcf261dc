namespace Pipeline.Evaluation.Copies;

/// <summary>A cluster of several articles, and the groups of them that carry one story.</summary>
internal sealed record ReprintCluster(IReadOnlyList<int> Members, IReadOnlyList<IReadOnlyList<int>> Groups)
{
    public ReprintCluster(IReadOnlyList<int> members, IReadOnlyList<StoryText> texts)
        : this(members, Split(members, texts))
    {
    }

    private static List<IReadOnlyList<int>> Split(IReadOnlyList<int> members, IReadOnlyList<StoryText> texts)
    {
        var groups = new List<List<int>>();
        foreach (var member in members)
        {
            var linked = groups.Where(group => group.Exists(other => texts[member].IsSameStory(texts[other]))).ToList();
            groups.RemoveAll(linked.Contains);
            groups.Add([.. linked.SelectMany(group => group), member]);
        }

        return [.. groups.OrderByDescending(group => group.Count)];
    }
}
