using System.Globalization;
using System.Text.Json;
using Pipeline.Http.Answers;
using Pipeline.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;
using Pipeline.Storage.Statistics;

namespace Pipeline.Http.Routing;

/// <summary>Every query parameter of the endpoint.</summary>
internal static class Parameters
{
    public const int MaxLimit = 500;
    public const int MaxWait = 25;
    public const int MaxIds = 100;
    public const int MaxCount = 5_000;
    public const string Latest = "latest";
    public const string Oldest = "oldest";
    public const string Relevance = "relevance";
    private const int MaxValue = 300;
    private const int MaxValues = 2_000;
    private const string DayForm = "yyyy-MM-dd";

    public static readonly Parameter<string?> SingleSource = Text("source", "The first folder of the file's path.", "coast-notes");
    public static readonly Parameter<ValueFilter?> Source = Values("source", "The first folder of the file's path", "coast-notes");
    public static readonly Parameter<string?> Url = Text(
        "url", "The address of an article, however it is written.", "https://coast.example/harbour", 2_000);
    public static readonly Parameter<string?> SourceId = Text(
        "sourceId", "The id that the publisher gave; with `source` where it holds only among those of its source.",
        "tag:coast.example,2026:1", 2_000);

    public static readonly Parameter<string?> Version = Text(
        "version", "A version of the file, the present one if not stated.", "3f1d0c5a9b7e2468", 16);
    public static readonly Parameter<bool?> Files = Flag(
        "files", "`true` to delete the dropped files too, with whatever else is in them.");
    public static readonly Parameter<ValueFilter?> Category = Values("category", "A category's term, as the publisher wrote it", "harbour");
    public static readonly Parameter<ValueFilter?> Language = Values(
        "language", "A BCP 47 tag; `zh` finds `zh-Hans` too", "en", LanguageTags.IsTag);
    public static readonly Parameter<ValueFilter?> Author = Values("author", "An author's name", "Mira Olsson");
    public static readonly Parameter<ValueFilter?> Keyword = Values("keyword", "A keyword of the text", "ferry");
    public static readonly Parameter<ValueFilter?> Cluster = Values("cluster", "A cluster's id", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    public static readonly Parameter<ValueFilter?> Domain = Values(
        "domain", "The host of the article's address, or one that it is below", "coast.example");
    public static readonly Parameter<ValueFilter?> Name = Values(
        "name", "A person, organisation or product that the text mentions", "Ingrid Aldén");
    public static readonly Parameter<int> MinOutlets = Number(
        "minOutlets", "How many sources at least carry the text, 1 to 1000.", 1, 1_000);
    public static readonly Parameter<DateTimeOffset?> PublishedFrom = Moment(
        "publishedFrom", "The earliest publication, as ISO 8601: `2026-01-31` or `2026-01-31T08:00:00Z`.", TimeSpan.Zero);
    public static readonly Parameter<DateTimeOffset?> PublishedTo = Moment(
        "publishedTo", "The latest publication, as ISO 8601: `2026-01-31` (to its last second) or `2026-01-31T08:00:00Z`.",
        TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
    public static readonly Parameter<string?> Sort = Names(
        "sort", "`newest` first, as lists are, `oldest` first, or with `q` by `relevance`, as searches are.", "SortOrder",
        ["newest", "oldest", Relevance]);
    public static readonly Parameter<SearchTerms?> Q = new(
        "q", "What to look for: words, all of which must be there, `\"phrases\"`, `-exclusions`, `beginnings*`, and `title:` before what "
            + "must be in the headline.",
        new("string") { MaxLength = MaxValue }, (string text, out SearchTerms? value) =>
        {
            value = IsText(text, MaxValue) ? SearchTerms.Parse(text) : null;
            return value is not null;
        })
    { Example = "\"northern quay\" -ferry" };
    public static readonly Parameter<IReadOnlyList<string>> Include = NameList(
        "include", "What lists leave out otherwise: `duplicates`, `withdrawn`, or both.", "Inclusion", ["duplicates", "withdrawn"]);
    public static readonly Parameter<IReadOnlyList<string>> Fields = NameList(
        "fields", "The fields of each article to answer with, besides `id` and `state`. Any field of the article will do; those that lists "
            + "do not have cost a read for each article.", "ArticleField", FieldSelection.Known) with
    { Example = "title,url" };
    public static readonly Parameter<IReadOnlyList<string>> Ids = new(
        "ids", $"The ids of articles, {MaxIds} at most; one that is not public is left out.",
        new("string") { IsList = true, MaxLength = 26 },
        (string text, out IReadOnlyList<string> value) =>
        {
            value = [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct()];
            return value.Count <= MaxIds && value.All(id => id.Length is > 0 and <= 26 && id.All(char.IsAsciiLetterOrDigit));
        })
    { Example = "aaaaaaaaaaaaaaaaaaaaaaaaaa" };
    public static readonly Parameter<int> Count = Number(
        "count", $"How far to count what the filters let through, 1 to {MaxCount}: `total` says how many there are, each 1,000 for a "
            + "query of the store.", 1, MaxCount);
    public static readonly Parameter<int> Limit = Number("limit", $"How many at most, 1 to {MaxLimit}.", 1, MaxLimit);
    public static readonly Parameter<int> Deep =
        Number("deep", "1 to hold the parts of the store against each other too (needs the admin key); `limit` says for how many of each.",
            0, 1);
    public static readonly Parameter<int> Hours =
        Number("hours", $"How many hours back, 1 to {StatisticsStore.MaxHours}.", 1, StatisticsStore.MaxHours);
    public static readonly Parameter<string?> Cursor = Text("cursor", "The `next` of the page before.", null, 2_000);
    public static readonly Parameter<string?> Since = Text(
        "since", $"The `next` of the poll before; without it the log begins at its oldest line. `{Latest}` answers nothing but the "
            + $"cursor to poll from.", Latest, 200);
    public static readonly Parameter<string?> SinceOrOldest = Text(
        "since", $"The `next` of a poll, or the `cursor` of a line of the log; `{Oldest}` for all that the log has.", Oldest, 200);
    public static readonly Parameter<int> Wait = Number("wait", $"Seconds to wait for something new, 0 to {MaxWait}.", 0, MaxWait);
    public static readonly Parameter<int> From =
        Number("from", "The revision to compare from; by default the one before `to`.", 1, int.MaxValue);
    public static readonly Parameter<int> To = Number("to", "The revision to compare to; by default the current one.", 1, int.MaxValue);
    public static readonly Parameter<string?> With = Text(
        "with", "The id of another article, to compare its text with this one's.", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    public static readonly Parameter<string?> Article = Text(
        "article", "The id of the article to take out.", "aaaaaaaaaaaaaaaaaaaaaaaaaa") with
    { IsRequired = true };
    public static readonly Parameter<string?> Other = Text(
        "other", "The id of the cluster to bring in.", "aaaaaaaaaaaaaaaaaaaaaaaaaa") with
    { IsRequired = true };
    public static readonly Parameter<FileState?> State = Choice<FileState>("state", "How far the file has come.");
    public static readonly Parameter<Fate?> Fate = Choice<Fate>("fate", "A fate that at least one of the file's entries met.");
    public static readonly Parameter<SubscriptionFormat?> Format = Choice<SubscriptionFormat>("format", "How they are written.");
    public static readonly Parameter<string?> HubMode = Text("hub.mode", "What the hub has decided.", "subscribe");
    public static readonly Parameter<string?> HubTopic = Text("hub.topic", "The feed's address, as it was asked for.", null, 4_096);
    public static readonly Parameter<string?> HubChallenge = Text("hub.challenge", "What is answered.", null, 1_000);
    public static readonly Parameter<int> HubLeaseSeconds = Number("hub.lease_seconds", "How long it delivers.", 0, int.MaxValue);
    public static readonly Parameter<string?> HubReason = Text("hub.reason", "Why it does not.", null, 1_000);
    public static readonly Parameter<string?> HubVerifyToken =
        Text("hub.verify_token", "What older hubs send; it is not read.", null, 1_000);

    /// <summary>What narrows a list of articles, a poll or a feed.</summary>
    public static readonly IReadOnlyList<Parameter> Filters = [
        Source, Category, Language, Author, Keyword, Cluster, Domain, Name, MinOutlets, PublishedFrom, PublishedTo];

    private static Parameter<string?> Text(string name, string description, string? example, int maxLength = 300) =>
        new(name, description, new("string") { MaxLength = maxLength }, (string text, out string? value) =>
        {
            value = text;
            return IsText(text, maxLength);
        })
        { Example = example };

    private static Parameter<ValueFilter?> Values(
        string name, string description, string example, Func<string, bool>? isValue = null) =>
        new(name, $"{description}. Several with commas, or stated several times: any of them; with a `-` before it: none of them.",
            new("string") { MaxLength = MaxValue, IsList = true }, (string text, out ValueFilter? value) =>
            {
                value = IsText(text, MaxValues) ? ValueFilter.Parse(text) : null;
                return value is not null
                    && (isValue is null || value.Wanted.Concat(value.Unwanted).All(part => IsSeveral(part) || isValue(part)));
            })
        { Example = example };

    private static bool IsSeveral(string text) => text.Contains(',', StringComparison.Ordinal);

    private static bool IsText(string text, int maxLength) => text.Length > 0 && text.Length <= maxLength && !text.Any(char.IsControl);

    private static Parameter<bool?> Flag(string name, string description) =>
        new(name, description, new("boolean"), (string text, out bool? value) =>
        {
            var isRead = bool.TryParse(text, out var flag);
            value = flag;
            return isRead;
        });

    private static Parameter<int> Number(string name, string description, int least, int most) =>
        new(name, description, new("integer") { Minimum = least, Maximum = most }, (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    private static Parameter<DateTimeOffset?> Moment(string name, string description, TimeSpan withinDay) =>
        new(name, description, new("string") { MaxLength = 40 }, (string text, out DateTimeOffset? value) =>
        {
            var isRead = DateTimeOffset.TryParseExact(
                text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var moment);
            value = text.Length == DayForm.Length ? moment + withinDay : moment;
            return isRead;
        });

    private static Parameter<string?> Names(string name, string description, string type, IReadOnlyList<string> known) =>
        new(name, description, new("string") { Enum = known, EnumName = type }, (string text, out string? value) =>
        {
            value = text;
            return known.Contains(text);
        });

    private static Parameter<IReadOnlyList<string>> NameList(string name, string description, string type, IReadOnlyList<string> known) =>
        new(name, description, new("string") { Enum = known, EnumName = type, IsList = true },
            (string text, out IReadOnlyList<string> value) =>
            {
                value = text.Split(',', StringSplitOptions.TrimEntries);
                return value.All(known.Contains);
            });

    private static Parameter<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(
            value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        return new(name, $"{description} One of: {string.Join(", ", names.Keys)}.",
            new("string") { Enum = [.. names.Keys], EnumType = typeof(T) },
            (string text, out T? value) =>
            {
                var isKnown = names.TryGetValue(text, out var choice);
                value = choice;
                return isKnown;
            });
    }

    private static string[] MomentForms => [DayForm, "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
}
