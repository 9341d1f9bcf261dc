using Pipeline.Ledger;

namespace Pipeline.Tests.Ledger;

public sealed class FileSeriesTests
{
    [Theory]
    [InlineData("feed/2026-03-01.xml", "feed/2026-02-28.xml")]
    [InlineData("feed/9/news.xml", "feed/10/news.xml")]
    [InlineData("feed/all-17.zip!/news.xml", "feed/all-18.zip!/news.xml")]
    public void Files_whose_paths_differ_in_numbers_are_one_series(string one, string other) =>
        Assert.Equal(FindName(one), Assert.IsType<string>(FindName(other)));

    [Theory]
    [InlineData("feed/news-1.xml", "feed/sports-1.xml")]
    [InlineData("feed1/news-1.xml", "feed2/news-1.xml")]
    public void Other_names_and_other_sources_are_other_series(string one, string other) =>
        Assert.NotEqual(FindName(one), Assert.IsType<string>(FindName(other)));

    [Theory]
    [InlineData("feed/news.xml", FileSeries.MinEntries)]
    [InlineData("feed24/news.xml", FileSeries.MinEntries)]
    [InlineData("feed/news-1.xml", FileSeries.MinEntries - 1)]
    public void A_file_without_a_number_or_with_few_entries_is_of_none(string path, int entries) => Assert.Null(FindName(path, entries));

    private static string? FindName(string path, int entries = FileSeries.MinEntries) => FileSeries.FindName(new FileRecord
    {
        Path = path,
        Version = "1",
        Source = path.Split('/')[0],
        ReceivedAt = DateTimeOffset.UnixEpoch,
        State = FileState.Parsed,
        EntryCount = entries,
    });
}
