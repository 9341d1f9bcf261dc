using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>Something in brackets that may be a shortcode of WordPress: <c>[name argument="…"]</c>, <c>[/name]</c>.</summary>
/// <param name="Start">Where it begins in the HTML.</param>
/// <param name="End">Where the text behind it begins.</param>
/// <param name="Name">Its name as written; empty for a mark of other software, which stands for nothing.</param>
/// <param name="Arguments">What stands behind its name.</param>
/// <param name="Closes">True for one that ends a block.</param>
internal sealed partial record Shortcode(int Start, int End, string Name, string Arguments, bool Closes)
{
    // What WordPress and its common plug-ins define, and no editor writes in brackets on a line of its own.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "gallery", "caption", "embed", "audio", "video", "playlist", "youtube", "vimeo", "tweet", "instagram", "facebook", "tiktok",
        "soundcloud", "spotify", "ted", "dailymotion", "wpvideo", "googlemaps", "gist", "contact-form", "contact-form-7", "gravityform",
        "ad", "ads", "adsense", "adrotate", "toc", "newsletter", "divider", "spacer", "separator", "rev_slider", "ngg_images",
        "archives", "nggallery", "slideshow", "polldaddy", "poll",
    };

    /// <summary>True where an argument, an address or its name shows that it was written for the software.</summary>
    public bool SpeaksForItself =>
        Name.Length == 0 || (Closes && Name.Length > 1) || QuotedArgument().IsMatch(Arguments) || Builder().IsMatch(Name)
            || ((Known.Contains(Name) || Name.Contains('_', StringComparison.Ordinal)) && BareArgument().IsMatch(Arguments));

    /// <summary>True where it is one if nothing else stands on its line.</summary>
    public bool SpeaksForItselfAlone =>
        Arguments.Length == 0 && (Known.Contains(Name) || (Name.Length > 3 && Name.Contains('_', StringComparison.Ordinal)));

    /// <summary>An argument by its name, without its quotes.</summary>
    public string? Named(string name) =>
        QuotedArgument().Matches(Arguments).FirstOrDefault(found => found.Groups["name"].ValueSpan.Equals(name, StringComparison.Ordinal))
            ?.Groups["value"].Value;

    // The editor turns the quotes of a shortcode that it does not know into curly ones, or into references to them.
    [GeneratedRegex(
        """(?<![\w-])(?<name>[\w-]{1,60})=(?:["'“”″«»]|&(?:#\d{2,4}|quot|[rl]dquo|Prime|#x[0-9a-fA-F]{2,4});)"""
            + """(?<value>[^"'“”″«»&]{0,1000})""",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex QuotedArgument();

    [GeneratedRegex(@"(?<![\w-])[\w-]{1,60}=\S|^\s*https?://\S", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex BareArgument();

    // Page builders name everything by their own prefix.
    [GeneratedRegex("^(?:vc|et_pb|su|fusion|av|mk|dt|qode|tdb?|cs|x|wpb|ultimate|vcex|ux|tatsu|themify|kc|nectar)_[a-z]",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Builder();
}
