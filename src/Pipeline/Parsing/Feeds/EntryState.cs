using System.Xml.Linq;

namespace Pipeline.Parsing.Feeds;

/// <summary>What an export of a publishing system says of an entry: it holds what was never published beside what was, and parts of the
/// site beside its texts.</summary>
internal static class EntryState
{
    private const string WordPress = "wordpress.org/export/";

    private static readonly HashSet<string> Unpublished = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft", "auto-draft", "pending", "private", "future", "trash",
    };

    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block", "wp_navigation",
        "wp_template", "wp_template_part", "wp_global_styles", "wp_font_family", "wp_font_face",
    };

    /// <summary>True for an entry that readers are not to see: RFC 5023 §13.1.1, and the states of WordPress.</summary>
    public static bool IsDraft(XElement item) =>
        Unpublished.Contains(Exported(item, "status") ?? "")
            || item.Elements().Where(element => element.Name.LocalName == "control").Elements().Any(
                element => element.Name.LocalName == "draft" && element.Value.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase));

    /// <summary>What part of a site an exported entry is; <c>null</c> for a text.</summary>
    public static string? PartOf(XElement item) => Exported(item, "post_type") is { } type && Parts.Contains(type) ? type : null;

    private static string? Exported(XElement item, string name) =>
        item.Elements().FirstOrDefault(element => element.Name.LocalName == name
            && element.Name.NamespaceName.Contains(WordPress, StringComparison.OrdinalIgnoreCase))?.Value.Trim();
}
