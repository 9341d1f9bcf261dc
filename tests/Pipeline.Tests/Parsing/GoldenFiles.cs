using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing;

/// <summary>What the parser must make of every input under <c>Parsing/Golden/</c>.</summary>
public class GoldenFiles
{
    private static readonly GoldenFolder Folder = new("Parsing");

    public static TheoryData<string> Inputs => Folder.Inputs;

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_is_read_as_expected(string input) =>
        Folder.Verify(input, GoldenJson.Of(new FileParser(new ParsingSettings()).Parse(Read(input))));

    /// <summary>An input as a dropped file of the source <c>golden</c>, with nothing declared about it.</summary>
    internal static DroppedFile Read(string input) => new($"golden/{input}", Folder.Read(input));
}
