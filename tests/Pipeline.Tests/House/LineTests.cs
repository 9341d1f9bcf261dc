using System.Text;

namespace Pipeline.Tests.House;

public class LineTests
{
    // Counted as bytes of UTF-8, which is what tools count, and near to what a wide character takes up.
    private const int MaxColumns = 140;
    private const string RawQuotes = "\"\"\"";

    [Fact]
    public void No_line_is_longer_than_a_reader_sees_beside_another_file()
    {
        var over = SourceTree.ListFiles("src", "tests").SelectMany(file => ListLongLines(file).Select(line => $"{file}:{line}"));

        Assert.Empty(over);
    }

    // The lines of a raw literal are data, such as a feed, and to wrap them would change it.
    private static IEnumerable<int> ListLongLines(string file)
    {
        var isData = false;
        foreach (var (index, line) in SourceTree.Read(file).Split('\n').Index())
        {
            if (!isData && Encoding.UTF8.GetByteCount(line.TrimEnd()) > MaxColumns)
                yield return index + 1;
            isData ^= (line.Split(RawQuotes).Length - 1) % 2 == 1;
        }
    }
}
