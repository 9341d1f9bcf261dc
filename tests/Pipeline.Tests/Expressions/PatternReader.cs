using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Tests.Expressions;

/// <summary>Reads .NET's syntax of regular expressions as far as Pipeline uses it.</summary>
internal sealed class PatternReader(string text, RegexOptions options)
{
    private int at;

    public static Pattern Read(string text, RegexOptions options) => new PatternReader(text, options).ReadChoice();

    private Pattern.Choice ReadChoice()
    {
        var choices = new List<Pattern> { ReadSequence() };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            choices.Add(ReadSequence());
        }

        return new Pattern.Choice(choices);
    }

    private Pattern.Sequence ReadSequence()
    {
        var parts = new List<Pattern>();
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            if (options.HasFlag(RegexOptions.IgnorePatternWhitespace) && char.IsWhiteSpace(text[at]))
                at++;
            else
                parts.Add(Repeated(ReadOne()));
        }

        return new Pattern.Sequence(parts);
    }

    private Pattern Repeated(Pattern one)
    {
        while (at < text.Length)
        {
            (int Min, int Max)? count = text[at] switch
            {
                '*' => (0, int.MaxValue),
                '+' => (1, int.MaxValue),
                '?' => (0, 1),
                '{' => Count(),
                _ => null,
            };
            if (count is null)
                return one;
            at = text[at] == '{' ? text.IndexOf('}', at) + 1 : at + 1;
            // A question mark behind it makes it lazy, which changes no text.
            if (at < text.Length && text[at] == '?')
                at++;
            one = new Pattern.Loop(one, count.Value.Min, count.Value.Max);
        }

        return one;
    }

    private (int Min, int Max)? Count()
    {
        var parts = text[(at + 1)..text.IndexOf('}', at)].Split(',');
        return (Number(parts[0]), parts is [_, ""] ? int.MaxValue : Number(parts[^1]));

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private Pattern ReadOne() => text[at++] switch
    {
        '(' => ReadGroup(),
        '[' => new Pattern.Character(ReadSet()),
        '\\' => new Pattern.Character(ReadEscape()),
        '.' => new Pattern.Character("a 漢-"),
        '^' or '$' => new Pattern.Character(""),
        var literal => new Pattern.Character(literal.ToString()),
    };

    private Pattern ReadGroup()
    {
        var looks = false;
        if (text[at] == '?')
        {
            looks = text[at + 1] is '=' or '!' || text[at + 1] == '<' && text[at + 2] is '=' or '!';
            at = text[at + 1] is '<' && !looks ? text.IndexOf('>', at) + 1 : at + (text[at + 1] == '<' ? 3 : 2);
        }

        var inner = ReadChoice();
        at++;
        // What is looked at is no part of the text; it hurts most when it is there all the same.
        return looks ? new Pattern.Loop(inner, 0, 1) : inner;
    }

    private string ReadSet()
    {
        var negated = text[at] == '^';
        if (negated)
            at++;
        var choices = "";
        for (var first = true; first || text[at] != ']'; first = false)
        {
            // A subtracted set: what it takes away doesn't matter for a sample.
            if (text[at] == '-' && text[at + 1] == '[')
            {
                at += 2;
                ReadSet();
                continue;
            }

            var character = text[at++];
            choices += character == '\\' ? ReadEscape() : character.ToString();
        }

        at++;
        return negated ? new string([.. "a 0漢\n<\"'-.".Where(sample => !choices.Contains(sample))])
            : choices[..Math.Min(choices.Length, 12)];
    }

    private string ReadEscape()
    {
        var letter = text[at++];
        switch (letter)
        {
            case 'p' or 'P':
                var name = text[(at + 1)..text.IndexOf('}', at)];
                at += name.Length + 2;
                return name switch { "Lu" => "AÄ", "L" => "aZé漢", "M" => "\u0301", "N" => "07", _ => "漢" };
            case 'u':
                at += 4;
                return ((char)int.Parse(text.AsSpan(at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
            case 'k':
                at = text.IndexOf('>', at) + 1;
                return "-";
            default:
                return letter switch
                {
                    'd' => "07",
                    'D' => "a",
                    'w' => "a0_",
                    'W' => " .-",
                    's' => " \n",
                    'S' => "a.",
                    'n' => "\n",
                    't' => "\t",
                    'r' => "\r",
                    'b' or 'B' or 'A' or 'z' or 'Z' or 'G' => "",
                    >= '1' and <= '9' => "'",
                    _ => letter.ToString(),
                };
        }
    }
}
