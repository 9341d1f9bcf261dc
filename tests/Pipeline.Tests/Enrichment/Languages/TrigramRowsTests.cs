using CsCheck;
using Pipeline.Enrichment.Languages;

namespace Pipeline.Tests.Enrichment.Languages;

public sealed class TrigramRowsTests
{
    [Fact]
    public void Numbers_trigrams_in_the_order_in_which_they_come_first() =>
        Gen.ULong[1, 5_000].List[0, 3_000].Sample(trigrams =>
        {
            var rows = new TrigramRows();
            var distinct = trigrams.Distinct().ToList();
            Assert.Equal(trigrams.Select(trigram => distinct.IndexOf(trigram)), trigrams.Select(rows.Add));
            Assert.Equal(distinct.Select((trigram, row) => (trigram, row)), rows.All.OrderBy(row => row.Row));
            Assert.Equal(-1, rows.Find(5_001));
        }, iter: 50);
}
