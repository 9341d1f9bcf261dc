using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads what class names, ids and properties mark, in the words that sites use for it.</summary>
internal static class MarkNames
{
    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal)
    {
        "date", "datetime", "dateline", "time", "timestamp", "published", "pubdate", "publish", "posted", "created", "datum", "data",
        "fecha", "tarih", "dato", "pvm",
        "published_time", "publishdate", "postdate", "zeit", "dated", "erstellt", "veroeffentlicht", "publicado", "publicacion",
        "publication", "issued", "datepublished",
    };

    private static readonly HashSet<string> Updates = new(
        StringComparer.Ordinal) { "updated", "modified", "update", "aktualisiert", "lastmod", "edited", "actualizado", "datemodified" };

    private static readonly HashSet<string> Authors = new(StringComparer.Ordinal)
    {
        "byline", "bylines", "author", "authors", "autor", "autores", "autoren", "autorin", "auteur", "auteurs", "verfasser", "redakteur",
        "writer", "writers", "reporter",
        "reporters", "journalist", "contributor", "contributors", "creator", "forfatter", "yazar", "muhabir", "kirjoittaja", "autore",
        "autori", "postedby", "writtenby",
        "authorname", "bylinename", "redactor", "skribent", "schreiber", "kolumnist", "columnist", "signature",
        "username", "fullname",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "teaser", "teasers", "promo", "popular", "latest", "ticker", "river", "weather", "wetter", "recent", "upnext", "signin", "login",
        "register", "masthead", "navbar", "menu", "copyright", "meistgelesen",
        "meistgelesene", "masleidas", "masleido",
    };

    // "most-read", "most_popular".
    private static readonly HashSet<string> OfMost = new(StringComparer.Ordinal)
    {
        "read", "viewed", "popular", "shared", "commented", "clicked", "watched",
    };

    private static readonly HashSet<string> ProfileFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autori", "autore", "yazar", "yazarlar", "staff",
        "reporter", "reporters", "journalist", "journalists", "contributor", "contributors", "byline", "redakteur", "forfatter", "skribent",
        "writers", "writer", "meet-the-team", "redaktion", "redactie",
    };

    /// <summary>True for the address of somebody's page on the site: a folder of authors with one name below it.</summary>
    public static bool IsProfile(string? link) =>
        link is { Length: < 300 } && link.Split('?', '#')[0].TrimEnd('/').Split('/') is [.., var folder, var name]
            && name.Length > 0 && ProfileFolders.Contains(folder);

    /// <summary>What a class name or an id says.</summary>
    public static MarkKinds Read(string name)
    {
        var words = ClassWords.Split(name);
        var kinds = MarkKinds.None;
        if (words.Any(Dates.Contains))
            kinds |= MarkKinds.Date;
        if (words.Any(Updates.Contains))
            kinds |= MarkKinds.Update;
        if (words.Any(Authors.Contains) || words.Contains("by") && words.Contains("line")
            || words is ["full", "name"])
            kinds |= MarkKinds.Author;
        return ClutterNames.ContainComments(name) || (ClutterNames.ContainFact(name) && !IsOwnFooter(words)) || words.Any(Others.Contains)
            || (words.Contains("most") && words.Any(OfMost.Contains))
            ? kinds | MarkKinds.Elsewhere : kinds;
    }

    // Blogs sign under the text: "post-footer", "entry-footer".
    private static bool IsOwnFooter(IReadOnlyList<string> words) => words is ["post" or "entry" or "article", "footer"];

    /// <summary>What a property of schema.org says.</summary>
    public static MarkKinds ReadProperty(string property) =>
        (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase)
            || property.Contains("dateCreated", StringComparison.OrdinalIgnoreCase) ? MarkKinds.Date : MarkKinds.None)
        | (property.Contains("dateModified", StringComparison.OrdinalIgnoreCase) ? MarkKinds.Update : MarkKinds.None)
        | (property.Split(' ').Contains("author", StringComparer.OrdinalIgnoreCase) ? MarkKinds.Author : MarkKinds.None);
}
