using Microsoft.Extensions.Logging;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>What following feeds says to an operator. Addresses are without their credentials.</summary>
internal static partial class SubscriptionLog
{
    [LoggerMessage(50, LogLevel.Information, "A round fetched {Feeds} feeds of bucket {Bucket}")]
    public static partial void BucketFetched(this ILogger log, int feeds, string bucket);

    [LoggerMessage(51, LogLevel.Warning, "Bucket {Bucket} was taken over by another instance")]
    public static partial void LeaseLost(this ILogger log, string bucket);

    [LoggerMessage(52, LogLevel.Information, "Subscription {Id} at {Address} failed {Failures} times: {Reason}")]
    public static partial void FeedFailed(this ILogger log, string id, string address, int failures, string reason);

    [LoggerMessage(53, LogLevel.Warning, "Subscription {Id} at {Address} is gone for good")]
    public static partial void FeedGone(this ILogger log, string id, string address);

    [LoggerMessage(54, LogLevel.Warning, "Subscription {Id} moved for good to {Address}")]
    public static partial void FeedMoved(this ILogger log, string id, string address);

    [LoggerMessage(55, LogLevel.Error, "Subscription {Id} met a fault")]
    public static partial void VisitFault(this ILogger log, Exception fault, string id);
}
