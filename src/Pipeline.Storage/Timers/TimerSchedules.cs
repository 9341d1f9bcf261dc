namespace Pipeline.Storage.Timers;

/// <summary>When each timer is due, in UTC: six fields, of which the first is the second, as the Functions host reads them.</summary>
public static class TimerSchedules
{
    public const string Sweep = "0 7/15 * * * *";
    public const string Settle = "30 */2 * * * *";
    public const string FinishCommits = "40 */2 * * * *";

    // A message comes when an embargo ends; this is for one that was lost.
    public const string ReleaseEmbargoes = "50 1/30 * * * *";

    public const string Retain = "0 23/30 * * * *";

    // Where little comes in statistics count themselves when they are read; else they are so old at most.
    public const string CountStatistics = "0 4/20 * * * *";
    public const string SignAnew = "45 3/10 * * * *";
    public const string BackUp = "0 17 2 * * *";
    public const string CheckStore = "20 34 * * * *";
    public const string IndexSearch = "25 2/5 * * * *";
    public const string FetchFeeds = "10 * * * * *";
    public const string DeliverWebhooks = "5 * * * * *";
    public const string DrainPoison = "15 */5 * * * *";
}
