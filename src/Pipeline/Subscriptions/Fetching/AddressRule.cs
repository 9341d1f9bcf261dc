using System.Net;
using System.Net.Sockets;

namespace Pipeline.Subscriptions.Fetching;

/// <summary>
/// Which addresses may be asked: public ones, by the special-purpose registries of IANA (RFC 6890 and its successors), and those that the
/// settings add. It is asked for each address that a name resolves to, so that neither a name nor a redirect leads inside.
/// </summary>
/// <param name="networks">Networks that may be asked although they are not public.</param>
/// <param name="ports">The ports that may be asked, 0 for any; <c>null</c> for 80 and 443.</param>
/// <param name="allowListedLoopback">Whether a loopback address that is listed may be asked, at any port.</param>
public sealed class AddressRule(IReadOnlyList<string> networks, IReadOnlyList<int>? ports, bool allowListedLoopback)
{
    private static readonly IPNetwork[] Inside = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // The platform of Azure answers under this public address: DNS, health, and the agent of the machine.
        "168.63.129.16/32",
    }.Select(IPNetwork.Parse)];

    // What is given out to the public so far; the rest of IPv6 is of this host, of this link or site, or of nobody.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] InsideV6 = [.. new[]
    {
        "2001::/23", "2001:db8::/32", "3fff::/20",
    }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private readonly IPNetwork[] allowed = [.. networks.Select(IPNetwork.Parse)];

    /// <summary>The rule for feeds.</summary>
    public AddressRule(SubscriptionSettings settings)
        : this(settings.AllowedNetworks, settings.Ports, settings.AllowListedLoopback)
    {
    }

    /// <summary>Whether the address may be asked.</summary>
    /// <param name="address">What a name resolved to, or what was listed.</param>
    /// <param name="isListedLoopback">True where the list itself names a loopback address.</param>
    public bool Allows(IPAddress address, bool isListedLoopback)
    {
        var plain = Unwrap(address);
        return allowed.Any(network => network.Contains(plain) || network.Contains(address))
            || (isListedLoopback && allowListedLoopback && IPAddress.IsLoopback(plain))
            || IsPublic(plain);
    }

    /// <summary>Whether the port may be asked. A loopback address that is listed may have any.</summary>
    public bool AllowsPort(int port, bool isListedLoopback) =>
        (ports is { Count: > 0 } ? ports : [80, 443]).Any(allowed => allowed == port || allowed == 0)
        || (isListedLoopback && allowListedLoopback);

    /// <summary>True where the address names this machine by itself: a loopback literal, or localhost (RFC 6761, 6.3).</summary>
    public static bool IsLoopback(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.IdnHost, out var literal) && IPAddress.IsLoopback(literal));

    private static bool IsPublic(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? !Inside.Any(network => network.Contains(address))
        : GlobalUnicast.Contains(address) && !InsideV6.Any(network => network.Contains(address));

    // An IPv4 address can be written into one of IPv6 in several ways, and a gateway would take it out again.
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : address;
    }
}
