using CsCheck;
using Pipeline.Text;

namespace Pipeline.Tests.Text;

public sealed class WhiteSpaceTests
{
    private static readonly Gen<string> Texts = Gen.Char[" \n\t\u00A0\u3000ab港"].Array[0, 12]
        .Select(characters => new string(characters));

    [Fact]
    public void Leaves_one_space_between_two_words_and_none_at_the_ends() =>
        Texts.Sample(text =>
            Assert.Equal(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), WhiteSpace.Fold(text)));
}
