using System.Net;

namespace Pipeline.Fetching.Guarding;

/// <summary>Finds a host's addresses, as <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/> does.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
