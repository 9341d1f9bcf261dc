using Pipeline.Parsing.Posts;

namespace Pipeline.Tests.Parsing.Posts;

/// <summary>What costs Markdig seconds is told before it is rendered; what real posts have is rendered.</summary>
public sealed class MarkdownCostTests
{
    private const int Length = 300_000;

    [Theory]
    [InlineData(":::note\n")]
    [InlineData("\n:::note\ntext\n")]
    [InlineData("> :::note\n")]
    [InlineData(".. note::\n")]
    [InlineData("> www.a.example\n")]
    [InlineData("> https://a.example/b\n")]
    [InlineData(">\twww.a.example\n")]
    [InlineData("a\n---\n")]
    [InlineData("> a\n> =\n")]
    [InlineData(":|")]
    [InlineData("::|")]
    public void What_grows_with_the_square_of_its_number_is_too_much(string repeated) =>
        Assert.True(MarkdownCost.IsTooHigh(Repeat(repeated)));

    [Theory]
    [InlineData("> A line of a quotation.\n> Another one.\n>\n> https://a.example/b\n\n")]
    [InlineData("> - an item of a list with https://a.example/b\n")]
    [InlineData("The type `std::string` of C++ holds text.\n\n")]
    [InlineData("- https://a.example/b\n")]
    [InlineData("A sentence with https://a.example/b and **more**.\n\n")]
    public void What_ends_again_and_again_is_not(string repeated) => Assert.False(MarkdownCost.IsTooHigh(Repeat(repeated)));

    [Fact]
    public void Hundreds_of_containers_are_rendered() =>
        Assert.False(MarkdownCost.IsTooHigh(string.Concat(Enumerable.Repeat(":::note\ntext\n:::\n\n", 900))));

    [Fact]
    public void Thousands_of_underlined_headings_are_rendered() =>
        Assert.False(MarkdownCost.IsTooHigh(string.Concat(Enumerable.Repeat("Heading\n---\ntext\n\n", 4_000))));

    private static string Repeat(string repeated) => string.Concat(Enumerable.Repeat(repeated, Length / repeated.Length));
}
