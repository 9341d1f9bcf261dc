namespace Pipeline.Text;

/// <summary>What white space is worth: between two words one space, and nothing at the ends.</summary>
internal static class WhiteSpace
{
    /// <summary>The text on one line; empty where there is nothing but white space.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
