using System.Net.Sockets;
using Pipeline.Fetching.Guarding;
using Pipeline.Subscriptions;
using Polly;
using Polly.Timeout;

namespace Pipeline.Fetching;

/// <summary>What can go wrong on the way to a server, in words.</summary>
internal static class FetchFaults
{
    /// <summary>The words; <c>null</c> for what is no server's doing.</summary>
    public static string? Describe(Exception fault, SubscriptionSettings settings) => fault switch
    {
        RefusedAddressException refused => refused.Message,
        HttpRequestException { InnerException: RefusedAddressException refused } => refused.Message,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } }
            or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            "its host is not known (DNS)",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate cannot be trusted (TLS)",
        HttpRequestException { HttpRequestError: var kind } => $"the connection failed ({kind})",
        TimeoutRejectedException => $"no answer came within {settings.AnswerTimeout.TotalSeconds:0} seconds",
        OperationCanceledException => $"it took more than {settings.Timeout.TotalSeconds:0} seconds",
        ExecutionRejectedException => "too much is under way",
        IOException or HttpIOException or InvalidDataException => "the answer broke off or cannot be decompressed",
        UriFormatException => "it redirects to what is no address",
        _ => null,
    };
}
