namespace Pipeline.Enrichment.Languages;

/// <summary>What tells one language from others in its script: how unlikely its character trigrams are, in halves of a bit.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Script">The script of its letters.</param>
/// <param name="CommonWords">Its commonest words, most of which carry no meaning of their own.</param>
/// <param name="Cost">By <see cref="Trigrams.Key"/>.</param>
internal sealed record LanguageProfile(string Language, Script Script, IReadOnlySet<string> CommonWords, IReadOnlyDictionary<ulong, byte> Cost)
{
    /// <summary>The profiles that the pipeline ships, read once on first use (0.4 MB).</summary>
    public static IReadOnlyList<LanguageProfile> Shipped => Loaded.Value;

    private static readonly Lazy<IReadOnlyList<LanguageProfile>> Loaded = new(static () => [.. Read(EmbeddedText.Lines("Languages.language-profiles.txt"))]);

    private static IEnumerable<LanguageProfile> Read(IEnumerable<string> lines)
    {
        LanguageProfile? profile = null;
        foreach (var words in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')))
        {
            if (words[0] == "language")
            {
                if (profile is not null)
                    yield return profile;
                profile = new LanguageProfile(words[1], Enum.Parse<Script>(words[2]), new HashSet<string>(), new Dictionary<ulong, byte>(2048));
            }
            else if (words[0] == "words")
            {
                profile = profile! with { CommonWords = words[1..].ToHashSet(StringComparer.OrdinalIgnoreCase) };
            }
            else
            {
                AddRow((Dictionary<ulong, byte>)profile!.Cost, byte.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), words[1]);
            }
        }

        yield return profile!;
    }

    private static void AddRow(Dictionary<ulong, byte> cost, byte value, string trigrams)
    {
        for (var i = 0; i + 2 < trigrams.Length; i += 3)
            cost[Trigrams.Key(trigrams[i], trigrams[i + 1], trigrams[i + 2])] = value;
    }
}
