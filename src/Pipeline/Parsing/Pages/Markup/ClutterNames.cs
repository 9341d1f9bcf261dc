using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>The words that sites' class names and ids use for what surrounds an article.</summary>
internal static class ClutterNames
{
    private static readonly HashSet<string> Comments = new(
        StringComparer.Ordinal) { "comment", "comments", "commentlist", "disqus", "livefyre", "fbcomments" };

    // Nobody calls an article by these.
    private static readonly HashSet<string> Facts = new(StringComparer.Ordinal)
    {
        "related", "relateds", "recirc", "recirculation", "recommended", "recommendations", "suggested", "trending", "mostread",
        "outbrain", "taboola", "zergnet", "revcontent", "mgid", "newsletter", "newsletters", "breadcrumb", "breadcrumbs", "pagination",
        "sidebar", "footer", "cookie", "cookies", "consent", "gdpr", "modal", "popup", "lightbox",
        "editsection",
    };

    // These are said of an article's wrappers too.
    private static readonly HashSet<string> Hints = new(StringComparer.Ordinal)
    {
        // Readers' comments, sharing and following
        "commentary", "respond", "share", "sharing", "shares", "sharebar", "shared", "social", "socials", "addthis", "addtoany",
        "sharethis", "sharedaddy", "sociable", "follow", "whatsapp", "compartir", "partage", "partager", "condividi", "compartilhar",

        // Other articles
        "recommendation", "recommend", "readmore", "popular", "seealso", "promo", "promos", "promotion", "promoted", "teaser", "teasers",
        "upnext", "latest", "suggestions",

        // Appeals
        "subscribe", "subscription", "signup", "optin", "mailchimp", "paywall", "donate", "donation", "register", "login", "signin", "cta",
        "offer", "offers", "upsell", "regwall", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "infolettre",

        // Finding one's way
        "nav", "navigation", "navbar", "menu", "submenu", "crumbs", "pager", "paginator", "toolbar", "masthead", "skip", "tools", "search",

        // Advertising
        "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adslot", "adunit", "adsbygoogle", "dfp", "sponsor",
        "sponsored", "sponsors", "banner", "banners", "affiliate",

        // About the article
        "byline", "bylines", "author", "authors", "bio", "avatar", "contributor", "contributors", "meta", "metadata", "timestamp",
        "datetime", "dateline", "published", "pubdate",
        "tags", "taglist", "tagcloud", "etiketler", "etiquetas", "topics", "keywords", "category", "categories", "kicker",
        "eyebrow",

        // Boxes beside the text: what it says in short, who somebody is
        "factbox", "faktabox", "faktaboks", "faktaruta", "infobox", "tableofcontents",

        // Pictures
        "caption", "captions", "credit", "credits", "attribution", "thumbnail", "thumbnails", "thumb",

        // What only some readers meet
        "tooltip", "noprint", "rating", "ratings", "votes", "poll", "polls", "survey", "umfrage", "sondage", "encuesta", "sondaggio",
    };

    // Part of longer names these mean layout (overflow-hidden, field--label-hidden).
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "hidden", "invisible", "is-hidden", "hide", "d-none", "sr-only", "visually-hidden", "visuallyhidden", "print-only", "no-print",
        "print", "overlay", "offscreen", "off-screen", "assistive-text", "element-invisible", "accessibly-hidden", "screenreader-only",
    };

    private static readonly HashSet<string> Galleries = new(StringComparer.Ordinal) { "gallery", "slideshow", "slider", "carousel" };

    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "read more", "more stories", "more news", "more from", "more articles", "also like", "most read", "see also", "sign up", "log in",
        "next article", "next post",
        "prev post", "previous post", "top stories", "screen reader", "visually hidden", "editors picks", "follow us", "wp caption",
        "fact box", "info box", "expandable box", "key points", "key takeaways", "author box", "embed consent", "consent box",
        "toc container", "news rate", "email form", "mail form", "share form", "contact form", "ai summary", "summary ai",
    };

    // The comments of a match or of a live blog are its text.
    public static bool ContainComments(string name) =>
        ClassWords.Split(name) is var words && words.Any(Comments.Contains) && !words.Contains("live") && !words.Contains("match");

    public static bool ContainFact(string name) => ClassWords.Split(name).Any(Facts.Contains);

    public static bool ContainGallery(string name) => ClassWords.Split(name).Any(Galleries.Contains);

    public static bool ContainHint(string name)
    {
        var words = ClassWords.Split(name);
        return Whole.Contains(name) || words.Any(Hints.Contains) || words.Any(Galleries.Contains)
            || words.Zip(words.Skip(1), (first, second) => $"{first} {second}").Any(Pairs.Contains);
    }
}
