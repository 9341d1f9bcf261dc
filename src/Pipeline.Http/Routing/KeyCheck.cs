using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;
using Pipeline.Http.Settings;

namespace Pipeline.Http.Routing;

/// <summary>
/// Checks keys where the host does not. They travel as function keys do, so that a client of Local is a client of Azure:
/// the header <c>x-functions-key</c> or, for feed readers that send no headers, the parameter <c>code</c>.
/// </summary>
internal sealed class KeyCheck(PipelineHttpSettings settings)
{
    public const string HeaderName = "x-functions-key";
    public const string QueryName = "code";

    /// <summary>The key that a request bears, if any.</summary>
    public static string? ReadKey(HttpRequest request) =>
        request.Headers[HeaderName] is [{ Length: > 0 } header] ? header
        : request.Query[QueryName] is [{ Length: > 0 } code] ? code
        : null;

    /// <summary>
    /// Whose limit a request counts against: its key's where that opens something, otherwise its address's. A made-up key for each request
    /// would be a limit of its own.
    /// </summary>
    public string Caller(HttpContext context) =>
        ReadKey(context.Request) is { } key && (IsOurs(key) || IsCheckedByHost(context))
            ? $"key {key}"
            : $"address {context.Connection.RemoteIpAddress}";

    /// <summary>The problem of a request that may not pass, or <c>null</c>.</summary>
    public IResult? Refuse(PipelineRoute route, HttpRequest request)
    {
        if (route.Access == Access.Admin && IsForeign(request))
            return ProblemTypes.ForeignOrigin.WithDetail("Send it from this origin, or add yours to the CORS setting.");
        return Allows(route.Access, ReadKey(request)) ? null
            : ReadKey(request) is null || !Allows(Access.Reader, ReadKey(request))
                ? ProblemTypes.KeyMissing.WithDetail($"Send your key as the header {HeaderName}.")
            : ProblemTypes.KeyTooWeak.WithDetail("This needs the admin key; a reader key can only read.");
    }

    /// <summary>
    /// The problem of a request for what costs too much for everyone, on a route that anyone may call; <c>null</c> for an admin's. Behind a
    /// host
    /// that checks keys, which it does not do on such a route, only the admin key of the settings is one.
    /// </summary>
    public IResult? RefuseUnlessAdmin(HttpRequest request) =>
        FindViewer(request) == Viewer.Admin || settings is { ReaderKey: null, AdminKey: null, HostChecksKeys: false } ? null
        : ReadKey(request) is null ? ProblemTypes.KeyMissing.WithDetail($"Send the admin key as the header {HeaderName}.")
        : ProblemTypes.KeyTooWeak.WithDetail("This needs the admin key that the setting Pipeline:Http:AdminKey names.");

    /// <summary>Who looks. Where the settings name no admin key nobody is an admin, as what is held must not show to everyone.</summary>
    public Viewer FindViewer(HttpRequest request) => Equal(ReadKey(request), settings.AdminKey) ? Viewer.Admin : Viewer.Reader;

    private bool IsOurs(string key) => Equal(key, settings.ReaderKey) || Equal(key, settings.AdminKey);

    private bool IsCheckedByHost(HttpContext context) =>
        settings.HostChecksKeys && context.Features.Get<PipelineRoute>() is { Access: not Access.Anyone };

    private bool Allows(Access access, string? key) => access switch
    {
        Access.Anyone => true,
        Access.Reader => settings.ReaderKey is null || Equal(key, settings.ReaderKey) || Equal(key, settings.AdminKey),
        _ => settings is { ReaderKey: null, AdminKey: null } || Equal(key, settings.AdminKey),
    };

    // A page on another site can make a browser post here without asking first (no preflight for a plain POST).
    private bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        && !settings.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static bool Equal(string? key, string? expected) =>
        key is not null && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(expected));
}
