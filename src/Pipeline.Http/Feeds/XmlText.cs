using System.Text;
using System.Xml;

namespace Pipeline.Http.Feeds;

/// <summary>Texts as feeds can carry them.</summary>
internal static class XmlText
{
    /// <summary>The text as HTML that shows it. Only what HTML gives a meaning to is escaped: news is in every script.</summary>
    public static string AsHtml(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(
            ">", "&gt;", StringComparison.Ordinal);

    /// <summary>Removes what XML 1.0 cannot carry, even escaped (its production 2, <c>Char</c>).</summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }
}
