using System.Net;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.Routing;

public sealed class StoreFaultTests
{
    [Fact]
    public async Task Says_that_the_store_does_not_answer_and_when_to_come_again()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var room = await TestNewsroom.OpenWithoutStoreAsync(stop);

        var answer = await room.Client.GetAsync(new Uri("/api/articles", UriKind.Relative), stop);

        Assert.NotNull(answer.Headers.RetryAfter);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.ServiceUnavailable, "store-unreachable");
    }
}
