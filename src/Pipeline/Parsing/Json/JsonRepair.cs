using System.Buffers;
using System.Text;

namespace Pipeline.Parsing.Json;

/// <summary>Rewrites nearly-JSON into JSON in one pass, without guessing at values: only quotes, escapes, commas and brackets are
/// mended.</summary>
internal sealed class JsonRepair
{
    private static readonly SearchValues<char> ValueStarts = SearchValues.Create("\"{[-0123456789tfn");

    private readonly string text;
    private readonly StringBuilder mended = new();
    private readonly Stack<char> open = new();

    private JsonRepair(string text) => this.text = text;

    public static string Repair(string text) => Mend(text).Json;

    /// <summary>The JSON, and whether brackets had to be closed at its end: what the text would have said after that is unknown.</summary>
    public static (string Json, bool IsCutOff) Mend(string text)
    {
        var repair = new JsonRepair(text);
        for (var i = 0; i < text.Length; i++)
            i = text[i] == '"' ? repair.CopyString(i) : repair.CopyMark(i);
        var isCutOff = repair.open.Count > 0;
        repair.CloseWhatIsOpen();
        return (repair.mended.ToString(), isCutOff);
    }

    private int CopyMark(int at)
    {
        var mark = text[at];
        if (mark is '{' or '[')
            open.Push(mark == '{' ? '}' : ']');
        else if (mark is '}' or ']' && (!open.TryPeek(out var expected) || expected != mark))
            return text.Length;
        else if (mark is '}' or ']')
            open.Pop();
        if (mark == ',' && Following(at + 1) is ',')
            return at;
        mended.Append(char.IsControl(mark) ? ' ' : mark);
        return at;
    }

    private int CopyString(int at)
    {
        if (LastMark() is '"' or '}' or ']')
            mended.Append(',');
        mended.Append('"');
        for (at++; at < text.Length && !(text[at] == '"' && EndsString(at)); at++)
            at = CopyCharacter(at);
        mended.Append('"');
        return at;
    }

    private int CopyCharacter(int at)
    {
        var character = text[at];
        if (character == '\\' && at + 1 < text.Length && "\"\\/bfnrtu".Contains(text[at + 1], StringComparison.Ordinal))
        {
            mended.Append(character).Append(text[at + 1]);
            return at + 1;
        }

        if (character == '"')
            mended.Append("\\\"");
        else if (char.IsControl(character))
            mended.Append(character switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => " " });
        else if (character != '\\')
            mended.Append(character);
        return at;
    }

    // A quote ends its string where JSON goes on after it; a bare quote inside a sentence is followed by more sentence.
    private bool EndsString(int at)
    {
        var next = SkipSpace(at + 1);
        return next >= text.Length || text[next] switch
        {
            ':' or '}' or ']' or '"' => true,
            ',' => SkipCommas(next) is var value
                && (value >= text.Length || ValueStarts.Contains(text[value]) && !char.IsLetter(text[value])
                    || "}]".Contains(text[value], StringComparison.Ordinal)),
            _ => false,
        };
    }

    private void CloseWhatIsOpen()
    {
        while (mended.Length > 0 && (char.IsWhiteSpace(mended[^1]) || mended[^1] == ','))
            mended.Length--;
        if (LastMark() == ':')
            mended.Append("null");
        while (open.TryPop(out var closer))
            mended.Append(closer);
    }

    private char LastMark()
    {
        var at = mended.Length - 1;
        while (at >= 0 && char.IsWhiteSpace(mended[at]))
            at--;
        return at < 0 ? '\0' : mended[at];
    }

    private char? Following(int at) => SkipSpace(at) is var next && next < text.Length ? text[next] : null;

    private int SkipCommas(int at)
    {
        while (at < text.Length && (text[at] == ',' || char.IsWhiteSpace(text[at])))
            at++;
        return at;
    }

    private int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
