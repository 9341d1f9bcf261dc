using System.Globalization;

namespace Pipeline.Storage.Account;

/// <summary>A time as a key of 19 digits whose order is newest first: a table can only be read in ascending order.</summary>
internal static class InvertedTime
{
    public static string FromTime(DateTimeOffset time) => (long.MaxValue - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The time that a key begins with.</summary>
    public static DateTimeOffset Read(string key) =>
        new(long.MaxValue - long.Parse(key.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
}
