using Pipeline.Text;

namespace Pipeline.Tests.Text;

public class SearchTokensTests
{
    [Theory]
    [InlineData("Zoë's CAFÉ, 4 kr.", "zoe s cafe 4 kr")]
    [InlineData("Straße Łódź Ærø", "strasse lodz aero")]
    [InlineData("Ελλάδα Ёлка", "ελλαδα елка")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("图书馆。电梯", "图书 书馆 馆 电梯 梯")]
    [InlineData("東京タワー", "東京 京タ タワ ワー ー")]
    [InlineData("서울에서", "서울 울에 에서 서")]
    [InlineData("iPhone手机", "iphone 手机 机")]
    [InlineData("がぎ", "がぎ ぎ")]
    [InlineData("ฝนตก", "ฝน นต ตก ก")]
    [InlineData("ที่นี่", "ที่นี่ นี่")]
    [InlineData("\uD800x", "x")]
    public void Folds_words_and_pairs_characters(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', SearchTokens.Split(text)));

    [Theory]
    [InlineData("图书馆", "图书 书馆")]
    [InlineData("馆", "馆")]
    public void Looks_for_pairs_alone(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', SearchTokens.SplitSought(text)));
}
