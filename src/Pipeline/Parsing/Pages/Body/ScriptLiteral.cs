using System.Text;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// Writes an object literal of ECMAScript as JSON: keys without quotes, texts in other quotes, and what minifiers write for true and false
/// (<c>!0</c>, <c>!1</c>). Names of variables, which only the script knows, become <c>null</c>.
/// </summary>
internal static class ScriptLiteral
{
    public static string ToJson(string literal)
    {
        var json = new StringBuilder(literal.Length + 64);
        for (var at = 0; at < literal.Length;)
            at = literal[at] switch
            {
                '"' => CopyText(literal, at, json),
                '\'' or '`' => WriteText(literal, at, json),
                '!' when at + 1 < literal.Length && literal[at + 1] is '0' or '1' => Append(
                    json, literal[at + 1] == '0' ? "true" : "false", at + 2),
                var c when IsNameStart(c) && (at == 0 || !char.IsAsciiDigit(literal[at - 1])) => WriteName(literal, at, json),
                var c => Append(json, c, at + 1),
            };
        return json.ToString();
    }

    private static int CopyText(string literal, int start, StringBuilder json)
    {
        var end = EndOfText(literal, start);
        json.Append(literal, start, end - start);
        return end;
    }

    private static int WriteText(string literal, int start, StringBuilder json)
    {
        var end = EndOfText(literal, start);
        json.Append('"');
        for (var at = start + 1; at < end - 1; at++)
        {
            if (literal[at] == '\\' && literal[at + 1] is '\'' or '`')
                at++;
            else if (literal[at] == '\\')
                json.Append(literal[at++]);
            else if (literal[at] == '"')
                json.Append('\\');
            json.Append(literal[at]);
        }

        json.Append('"');
        return end;
    }

    /// <summary>The place behind the closing quote of the text that starts there, or the end.</summary>
    public static int EndOfText(string literal, int start)
    {
        for (var at = start + 1; at < literal.Length; at++)
        {
            if (literal[at] == '\\')
                at++;
            else if (literal[at] == literal[start])
                return at + 1;
        }

        return literal.Length;
    }

    private static int WriteName(string literal, int start, StringBuilder json)
    {
        var end = start;
        while (end < literal.Length && (IsNameStart(literal[end]) || char.IsAsciiDigit(literal[end])))
            end++;
        var name = literal.AsSpan(start, end - start);
        // "void 0" is undefined.
        if (name is "void" && literal.AsSpan(end) is [' ', var operand, ..] && char.IsAsciiDigit(operand))
            end += 2;
        var isKey = literal.AsSpan(end).TrimStart() is [':', ..];
        if (isKey)
            json.Append('"').Append(name).Append('"');
        else
            json.Append(name is "true" or "false" or "null" ? name : "null");
        return end;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$';

    private static int Append(StringBuilder json, string text, int next)
    {
        json.Append(text);
        return next;
    }

    private static int Append(StringBuilder json, char c, int next)
    {
        json.Append(c);
        return next;
    }
}
