using System.Text;

namespace Pipeline.Tests.Expressions;

/// <summary>The parts of a regular expression, as far as texts that it matches can be made from them.</summary>
internal abstract record Pattern
{
    /// <summary>One character out of those that stand for a set.</summary>
    internal sealed record Character(string Choices) : Pattern;

    internal sealed record Sequence(IReadOnlyList<Pattern> Parts) : Pattern;

    internal sealed record Choice(IReadOnlyList<Pattern> Options) : Pattern;

    internal sealed record Loop(Pattern Body, int Min, int Max) : Pattern;

    /// <summary>All repetitions in it, outer ones first.</summary>
    public IEnumerable<Loop> Loops() => this switch
    {
        Loop loop => loop.Body.Loops().Prepend(loop),
        Sequence sequence => sequence.Parts.SelectMany(part => part.Loops()),
        Choice choice => choice.Options.SelectMany(option => option.Loops()),
        _ => [],
    };

    /// <summary>A text that the pattern matches, or nearly: what looks around or back is left out.</summary>
    /// <param name="random">Chooses among alternatives and counts.</param>
    /// <param name="pumped">The repetition after which the text stops.</param>
    /// <param name="length">How many characters that one gives.</param>
    public string Sample(Random random, Loop? pumped = null, int length = 0)
    {
        var text = new StringBuilder();
        Write(text, random, pumped, length);
        return text.ToString();
    }

    // True once the pumped repetition is written.
    private bool Write(StringBuilder text, Random random, Loop? pumped, int length)
    {
        switch (this)
        {
            case Character { Choices.Length: > 0 } character:
                text.Append(character.Choices[random.Next(character.Choices.Length)]);
                return false;
            case Sequence sequence:
                return sequence.Parts.Any(part => part.Write(text, random, pumped, length));
            case Choice choice:
                var option = choice.Options.FirstOrDefault(
                    option => pumped is not null && option.Loops().Any(loop => ReferenceEquals(loop, pumped)));
                return (option ?? choice.Options[random.Next(choice.Options.Count)]).Write(text, random, pumped, length);
            case Loop loop when ReferenceEquals(loop, pumped):
                var body = loop.Body.Sample(random);
                text.Insert(text.Length, body.Length > 0 ? body : "a", length / Math.Max(1, body.Length));
                return true;
            case Loop loop:
                var most = Math.Min(loop.Max, loop.Min + 2);
                var isInside = pumped is not null && loop.Body.Loops().Any(inner => ReferenceEquals(inner, pumped));
                for (var count = isInside ? Math.Max(1, loop.Min) : random.Next(loop.Min, most + 1); count > 0; count--)
                {
                    if (loop.Body.Write(text, random, pumped, length))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
