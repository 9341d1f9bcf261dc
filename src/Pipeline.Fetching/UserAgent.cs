using System.Reflection;
using Pipeline.Subscriptions;

namespace Pipeline.Fetching;

/// <summary>Says to publishers who asks, and where to find out more.</summary>
internal static class UserAgent
{
    /// <summary><c>Pipeline/1.0 (+https://news.example; feed reader)</c>.</summary>
    public static string Write(SubscriptionSettings settings)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(1, 0);
        var contact = settings.Contact ?? settings.PublicAddress?.AbsoluteUri;
        var where = contact is null ? "" : $"+{new string([.. contact.Where(IsComment)])}; ";
        return $"Pipeline/{version.Major}.{version.Minor} ({where}feed reader)";
    }

    // A comment of RFC 9110, 5.6.5, without what would end it.
    private static bool IsComment(char c) => c is > ' ' and < (char)127 and not ('(' or ')' or '\\');
}
