using System.Net.Sockets;
using Pipeline.Fetching.Guarding;
using Polly;
using Polly.Timeout;

namespace Pipeline.Fetching;

/// <summary>What can go wrong on the way to a server, in words.</summary>
internal static class FetchFaults
{
    /// <param name="fault">What was thrown.</param>
    /// <param name="timeout">How long the whole may have taken.</param>
    /// <param name="answerTimeout">How long an answer was waited for.</param>
    /// <returns>The words; <c>null</c> for what is no server's doing.</returns>
    public static string? Describe(Exception fault, TimeSpan timeout, TimeSpan answerTimeout) => fault switch
    {
        RefusedAddressException refused => refused.Message,
        HttpRequestException { InnerException: RefusedAddressException refused } => refused.Message,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } }
            or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            "its host is not known (DNS)",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate cannot be trusted (TLS)",
        HttpRequestException { HttpRequestError: var kind } => $"the connection failed ({kind})",
        TimeoutRejectedException => $"no answer came within {answerTimeout.TotalSeconds:0} seconds",
        OperationCanceledException => $"it took more than {timeout.TotalSeconds:0} seconds",
        ExecutionRejectedException => "too much is under way",
        IOException or HttpIOException or InvalidDataException => "the answer broke off or cannot be decompressed",
        UriFormatException => "it redirects to what is no address",
        _ => null,
    };
}
