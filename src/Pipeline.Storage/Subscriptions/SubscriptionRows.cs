using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Storage.Subscriptions;

/// <summary>The rows of the table <c>subscriptions</c>.</summary>
internal static class SubscriptionRows
{
    /// <summary>The partition of hosts that are to be left alone.</summary>
    public const string Hosts = "hosts";

    /// <summary>The partition of the lists that were taken up.</summary>
    public const string Lists = "lists";

    /// <summary>How many buckets there are, which is how many instances can fetch at once. Rows lie where this number says.</summary>
    public const int Buckets = 16;

    public const string Next = "Next";
    public const string Failures = "Failures";
    public const string Until = "Until";

    private const string First = "s|";

    /// <summary>All feeds of a host are in one bucket.</summary>
    public static string FindBucket(Subscription subscription) => string.Create(
        CultureInfo.InvariantCulture, $"b{StableHash.Id(subscription.Address.Authority)[0] % Buckets:D2}");

    public static string KeyOf(string id) => First + id;

    /// <summary>The lease's row; keys differ from partition to partition.</summary>
    public static string LeaseKey(string bucket) => $"lease|{bucket}";

    public static TableEntity LeaseRow(string bucket, DateTimeOffset until) => new(bucket, LeaseKey(bucket)) { [Until] = until };

    /// <summary>The filter of the feeds of one bucket, or of all.</summary>
    public static string FeedFilter(string? bucket) => bucket is null
        ? TableClient.CreateQueryFilter($"PartitionKey ge {"b"} and PartitionKey lt {"c"} and RowKey ge {First} and RowKey lt {"t"}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {First} and RowKey lt {"t"}");

    /// <summary>What the list says of a subscription, without its state.</summary>
    public static TableEntity ListedRow(Subscription subscription, string list) => new(FindBucket(subscription), KeyOf(subscription.Id))
    {
        ["Address"] = subscription.Address.OriginalString,
        // Empty rather than missing, so that merging takes an earlier one away.
        ["Title"] = subscription.Title ?? "",
        ["Group"] = subscription.Group ?? "",
        ["Source"] = subscription.Source,
        ["List"] = list,
    };

    /// <summary>A row that is due at once.</summary>
    public static TableEntity NewRow(Subscription subscription, string list)
    {
        var row = ListedRow(subscription, list);
        row[Next] = DateTimeOffset.UnixEpoch;
        row[Failures] = 0;
        return row;
    }

    /// <summary>The whole row.</summary>
    public static TableEntity FeedRow(FollowedFeed feed)
    {
        var row = ListedRow(feed.Subscription, feed.List);
        // The table service knows no years before 1601.
        row[Next] = feed.State.Next < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : feed.State.Next;
        row[Failures] = feed.State.Failures;
        Compressed.Put(row, Compressed.Compress(feed.State, PipelineJson.Default.SubscriptionState));
        return row;
    }

    public static FollowedFeed Read(TableEntity row)
    {
        var packed = Compressed.Take(row);
        return new FollowedFeed(
            ReadListed(row), packed.Length == 0 ? new SubscriptionState() : Compressed.Read(packed, PipelineJson.Default.SubscriptionState))
        {
            Tag = row.ETag.ToString(),
            List = row.GetString("List") ?? "",
        };
    }

    public static Subscription ReadListed(TableEntity row) => new(new Uri(row.GetString("Address")))
    {
        Title = row.GetString("Title") is { Length: > 0 } title ? title : null,
        Group = row.GetString("Group") is { Length: > 0 } group ? group : null,
        Source = row.GetString("Source"),
    };

    public static TableEntity WaitRow(HostWait wait) => new(Hosts, StableHash.Id(wait.Host)) { ["Host"] = wait.Host, [Until] = wait.Until };

    public static HostWait ReadWait(TableEntity row) => new(row.GetString("Host"), row.GetDateTimeOffset(Until) ?? default);
}
