using System.Globalization;

namespace Pipeline.Storage;

/// <summary>A time as a key of 19 digits whose order is newest first: a table can only be read in ascending order.</summary>
internal static class InvertedTime
{
    public static string Of(DateTimeOffset time) => (long.MaxValue - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
