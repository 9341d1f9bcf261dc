using Pipeline.Ingestion.Identity;

namespace Pipeline.Tests.Ingestion.Identity;

public class WireItemTests
{
    [Theory]
    [InlineData("urn:newsml:agency.example:20260226:mill:3", 3, "urn:newsml:agency.example:20260226:mill", 3)]
    [InlineData("urn:newsml:agency.example:20260226:mill:4U", 1, "urn:newsml:agency.example:20260226:mill", 4)]
    [InlineData("urn:newsml:agency.example:20260226T101500Z:mill-7:12", 1, "urn:newsml:agency.example:20260226T101500Z:mill-7", 12)]
    [InlineData("tag:agency.example,2026:mill:2", 1, "tag:agency.example,2026:mill", 2)]
    [InlineData("agency-mill#3", 1, "agency-mill", 3)]
    [InlineData("agency-mill-3", 3, "agency-mill", 3)]
    [InlineData("https://agency.example/mill/v3", 3, "https://agency.example/mill", 3)]
    public void Takes_the_version_off_an_id(string id, int stated, string item, int version)
    {
        var read = WireItem.FromId(id, stated);

        Assert.Equal((item, version), (read.Id, read.Version));
    }

    [Theory]
    [InlineData("urn:newsml:localhost:2026-02-03T09:00:00.123456:one", 1)]
    [InlineData("urn:newsml:desk.example:2026:7", 1)]
    [InlineData("urn:newsml:desk.example:2026-02-03T09:00:00:3", 1)]
    [InlineData("urn:newsml:desk.example:12", 1)]
    [InlineData("urn:uuid:6b1c8a8e-0000-4000-8000-00805f9b34fb", 2)]
    [InlineData("agency-2026-44", 1)]
    [InlineData("https://agency.example/news/4711", 2)]
    public void Leaves_a_number_that_is_no_version(string id, int stated) =>
        Assert.Equal((id, stated), (WireItem.FromId(id, stated).Id, WireItem.FromId(id, stated).Version));

    [Fact]
    public void Trusts_a_habit_less_than_a_standard()
    {
        Assert.True(WireItem.FromId("urn:newsml:agency.example:20260226:mill:3", 1).IsCertain);
        Assert.False(WireItem.FromId("tag:agency.example,2026:mill:3", 1).IsCertain);
    }
}
