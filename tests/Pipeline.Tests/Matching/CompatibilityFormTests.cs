using System.Text;
using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

public sealed class CompatibilityFormTests
{
    [Theory]
    [InlineData("plain text")]
    [InlineData("“quoted” – and… so\u00A0on")]
    [InlineData("e\u0301te\u0301, o\u0323\u0302, a\u0302\u0323b")]
    [InlineData("\u1100\u1161\u11A8 가\u11A8 각")]
    [InlineData("か\u3099ｶﾞ ﷺ ﬁ ① ㍿ 𝐀𝟘 😀")]
    [InlineData("\u0301starts with a mark")]
    [InlineData("ক\u09C7\u09BE த\u0BC6\u0BBE")]
    public void Is_what_the_library_makes_of_the_whole_text(string text) =>
        Assert.Equal(text.Normalize(NormalizationForm.FormKC), CompatibilityForm.Normalise(text));

    [Fact]
    public void Is_what_the_library_makes_of_any_two_characters_between_letters()
    {
        var joining = "\u0301\u0327\u0345\u05BC\u0653\u093C\u09BE\u0B57\u0DCF\u1161\u11A8\u3099\u309A";
        foreach (var first in Enumerable.Range(0, 0x3500).Select(c => (char)c))
            foreach (var second in joining)
            {
                var text = $"a{first}{second}b";
                Assert.Equal(text.Normalize(NormalizationForm.FormKC), CompatibilityForm.Normalise(text));
            }
    }
}
