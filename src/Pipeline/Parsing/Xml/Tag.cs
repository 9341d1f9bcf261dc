using System.Buffers;
using System.Xml;

namespace Pipeline.Parsing.Xml;

/// <summary>A start or end tag as malformed XML has it: attributes without quotes or values, blanks anywhere.</summary>
internal sealed record Tag(string Name, bool Closes, bool IsEmpty, IReadOnlyList<KeyValuePair<string, string>> Attributes, int End)
{
    private static readonly SearchValues<char> EndsUnquoted = SearchValues.Create(" \t\r\n<>");

    /// <summary>The tag that starts at an angle bracket; <c>null</c> where that is only a character of the text.</summary>
    public static Tag? Read(string text, int start)
    {
        var closes = start + 1 < text.Length && text[start + 1] == '/';
        var position = start + (closes ? 2 : 1);
        var name = ReadName(text, ref position);
        if (name.Length == 0)
            return null;
        var attributes = new List<KeyValuePair<string, string>>();
        while (ReadAttribute(text, ref position) is { } attribute)
            attributes.Add(attribute);
        var isEmpty = position < text.Length && text[position] == '/';
        while (position < text.Length && text[position] is not ('>' or '<'))
            position++;
        return new Tag(name, closes, isEmpty, attributes, position < text.Length && text[position] == '>' ? position + 1 : position);
    }

    private static KeyValuePair<string, string>? ReadAttribute(string text, ref int position)
    {
        SkipToAttribute(text, ref position);
        var name = ReadName(text, ref position);
        if (name.Length == 0)
            return null;
        SkipBlanks(text, ref position);
        if (position >= text.Length || text[position] != '=')
            return KeyValuePair.Create(name, name);
        position++;
        SkipBlanks(text, ref position);
        return KeyValuePair.Create(name, ReadValue(text, ref position));
    }

    private static string ReadValue(string text, ref int position)
    {
        var quote = position < text.Length && text[position] is '"' or '\'' ? text[position] : '\0';
        var start = quote == '\0' ? position : position + 1;
        var end = quote == '\0' ? text.AsSpan(start).IndexOfAny(EndsUnquoted) : text.AsSpan(start).IndexOf(quote);
        end = end < 0 ? text.Length : start + end;
        position = Math.Min(text.Length, quote == '\0' ? end : end + 1);
        return text[start..end];
    }

    private static string ReadName(string text, ref int position)
    {
        var start = position;
        if (position < text.Length && XmlConvert.IsStartNCNameChar(text[position]))
        {
            while (position < text.Length && (XmlConvert.IsNCNameChar(text[position]) || text[position] == ':'))
                position++;
        }

        return text[start..position];
    }

    // Anything that can neither start a name nor end the tag is passed over.
    private static void SkipToAttribute(string text, ref int position)
    {
        while (position < text.Length && text[position] is not ('>' or '<') && !XmlConvert.IsStartNCNameChar(text[position])
            && !IsEmptyEnd(text, position))
            position++;
    }

    private static bool IsEmptyEnd(string text, int position) =>
        text[position] == '/' && position + 1 < text.Length && text[position + 1] == '>';

    private static void SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}
