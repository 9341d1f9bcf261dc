using System.Globalization;
using Pipeline.Text;

namespace Pipeline.Enrichment.Languages;

/// <summary>What tells one language from others in its script, as <c>language-profiles.txt</c> has it.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Script">The script of its letters.</param>
/// <param name="CommonWords">Its commonest words, most of which carry no meaning of their own.</param>
/// <param name="Trigrams">Its character trigrams, run together, by how unlikely they are, in halves of a bit.</param>
internal sealed record LanguageProfile(
    string Language, Script Script, IReadOnlyList<string> CommonWords, IReadOnlyList<(byte Cost, string Run)> Trigrams)
{
    /// <summary>The profiles that the pipeline ships, read once on first use (0.5 MB).</summary>
    public static IReadOnlyList<LanguageProfile> Shipped => Loaded.Value;

    private static readonly Lazy<IReadOnlyList<LanguageProfile>> Loaded = new(
        static () => [.. Read(EmbeddedText.Lines("Enrichment.Languages.language-profiles.txt"))]);

    private static IEnumerable<LanguageProfile> Read(IEnumerable<string> lines)
    {
        LanguageProfile? profile = null;
        foreach (var words in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')))
        {
            if (words[0] == "language")
            {
                if (profile is not null)
                    yield return profile;
                profile = new LanguageProfile(words[1], Enum.Parse<Script>(words[2]), [], new List<(byte, string)>());
            }
            else if (words[0] == "words")
            {
                profile = profile! with { CommonWords = words[1..] };
            }
            else
            {
                ((List<(byte, string)>)profile!.Trigrams).Add((byte.Parse(words[0], CultureInfo.InvariantCulture), words[1]));
            }
        }

        yield return profile!;
    }
}
