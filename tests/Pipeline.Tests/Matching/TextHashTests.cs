using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

public sealed class TextHashTests
{
    [Fact]
    public void Every_form_of_a_text_has_the_hash_of_the_text()
    {
        var text = Stories.Text(Stories.Harbour);

        Assert.All(FingerprintTests.Forms(text),
            form => Assert.Equal(TextHash.ForArticle("A title", text), TextHash.ForArticle("Another", form)));
    }

    [Theory]
    [InlineData("颱風「海燕」登陸，列車停駛。", "颱風 海燕 登陸 列車停駛")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("It's 3,000 tonnes", "It’s 3000 tonnes.")]
    public void Width_quotes_and_punctuation_do_not_count(string one, string other) =>
        Assert.Equal(TextHash.ForArticle("", one), TextHash.ForArticle("", other));

    [Theory]
    [InlineData("a rise of 3.5 percent", "a rise of 35 percent")]
    [InlineData("He said so", "She said so")]
    public void Another_text_has_another_hash(string one, string other) =>
        Assert.NotEqual(TextHash.ForArticle("", one), TextHash.ForArticle("", other));

    [Fact]
    public void A_short_text_is_one_with_its_title_only() =>
        Assert.NotEqual(TextHash.ForArticle("Weather for Wexbridge", "Sunny."), TextHash.ForArticle("Weather for Ardmoor", "Sunny."));

    [Theory]
    [InlineData("")]
    [InlineData(" \n — … !")]
    public void A_text_without_a_word_has_none(string text) => Assert.Null(TextHash.ForArticle("A title", text));

    [Fact]
    public void Is_written_in_base32_and_never_changes() =>
        Assert.Equal("3xnwqkq6ey5b5xvd3olb2m5ocp", TextHash.ForArticle("", "Nothing may change this."));
}
