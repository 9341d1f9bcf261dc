using System.Globalization;
using System.Text;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// The data in a page's script: JSON alone, JSON that is assigned to a name (<c>window.__STATE__ = {…}</c>), or JSON in a text that the
/// script parses (<c>= JSON.parse("…")</c>, also behind <c>decodeURIComponent</c>).
/// </summary>
internal static class ScriptData
{
    private const int MaxBefore = 120;
    private const int MaxStatements = 20;
    private const string Parse = "JSON.parse(";
    private const string Decode = "decodeURIComponent(";

    /// <summary>The JSON of each statement that gives a name some; empty where the script is something else.</summary>
    public static IEnumerable<string> FindAll(string script)
    {
        if (script.StartsWith('{') || script.StartsWith('['))
            return [script];
        var parse = script.IndexOf(Parse, 0, Math.Min(script.Length, MaxBefore + Parse.Length), StringComparison.Ordinal);
        if (parse >= 0)
            return FromText(script.AsSpan(parse + Parse.Length).TrimStart()) is { } text ? [text] : [];
        return ReadAssigned(script).Take(MaxStatements);
    }

    // "window.a={};a.content={…};a.layout='x'"
    private static IEnumerable<string> ReadAssigned(string script)
    {
        for (var at = 0; at < script.Length;)
        {
            var start = script.AsSpan(at, Math.Min(MaxBefore, script.Length - at)).IndexOfAny("{\"'");
            if (start < 0)
                yield break;
            var isAssigned = IsAssigned(script.AsSpan(at, start));
            start += at;
            // A text that is not assigned is a name: "window['data']=…".
            if (script[start] == '{' && !isAssigned)
                yield break;
            at = script[start] == '{' ? EndOf(script, start) : ScriptLiteral.EndOfText(script, start);
            if (script[start] == '{')
                yield return script[start..at];
            else if (isAssigned && Unquote(script.AsSpan(start)) is ['{' or '[', ..] text)
                yield return text;
        }
    }

    private static bool IsAssigned(ReadOnlySpan<char> before) =>
        before.Contains("window.", StringComparison.Ordinal) || before.TrimEnd().EndsWith("=", StringComparison.Ordinal);

    // Behind the data the script goes on.
    private static int EndOf(string script, int start)
    {
        var depth = 0;
        for (var at = start; at < script.Length; at++)
        {
            if (script[at] == '"')
                at = ScriptLiteral.EndOfText(script, at) - 1;
            else if (script[at] is '{' or '}' && (depth += script[at] == '{' ? 1 : -1) == 0)
                return at + 1;
        }

        return script.Length;
    }

    private static string? FromText(ReadOnlySpan<char> argument)
    {
        var isEncoded = argument.StartsWith(Decode, StringComparison.Ordinal);
        var literal = isEncoded ? argument[Decode.Length..].TrimStart() : argument;
        if (literal is not ['"' or '\'' or '`', ..])
            return null;
        var text = Unquote(literal);
        return isEncoded ? Uri.UnescapeDataString(text) : text;
    }

    // A string literal of ECMAScript (§12.9.4), up to its closing quote.
    private static string Unquote(ReadOnlySpan<char> literal)
    {
        var text = new StringBuilder();
        for (var at = 1; at < literal.Length && literal[at] != literal[0]; at++)
        {
            if (literal[at] != '\\' || at + 1 == literal.Length)
                text.Append(literal[at]);
            else
                at += AppendEscaped(text, literal[(at + 1)..]);
        }

        return text.ToString();
    }

    // How many characters the escape has behind its backslash.
    private static int AppendEscaped(StringBuilder text, ReadOnlySpan<char> escape)
    {
        var digits = escape[0] switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && escape.Length > digits && ushort.TryParse(
            escape.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            return digits + 1;
        }

        text.Append(escape[0] switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'b' => "\b",
            'f' => "\f",
            '\n' => "",
            var other => $"{other}",
        });
        return 1;
    }
}
