namespace Pipeline.Parsing.Posts;

/// <summary>Walks over a text line by line and knows where it stands; ends of line are LF or CRLF.</summary>
internal sealed class TextLines
{
    public TextLines(string text, int start)
    {
        Text = text;
        Position = start;
        Line = text.AsSpan(0, start).Count('\n');
    }

    public string Text { get; }

    /// <summary>Where the next line begins.</summary>
    public int Position { get; private set; }

    /// <summary>The number, from 1, of the line that was read last.</summary>
    public int Line { get; private set; }

    public bool AtEnd => Position >= Text.Length;

    public string Rest => Text[Position..];

    public string Next()
    {
        var end = Text.IndexOf('\n', Position);
        var line = end < 0 ? Text[Position..] : Text[Position..end];
        Position = end < 0 ? Text.Length : end + 1;
        Line++;
        return line.TrimEnd('\r');
    }
}
