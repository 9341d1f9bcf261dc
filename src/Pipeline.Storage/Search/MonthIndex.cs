using Microsoft.Data.Sqlite;
using Pipeline.Articles;
using Pipeline.Storage.Account;
using Pipeline.Storage.Lists;
using Pipeline.Text;

namespace Pipeline.Storage.Search;

/// <summary>
/// The articles of one month in a SQLite file: their words in an FTS5 table that keeps no text, and what lists show of them. One writer at
/// a time; readers go on beside it.
/// </summary>
internal sealed class MonthIndex
{
    // A hit in the headline counts as much as eight in the text.
    private const string Schema =
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
        CREATE TABLE IF NOT EXISTS article(
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sequence INTEGER NOT NULL, revision INTEGER NOT NULL,
            listed INTEGER NOT NULL, state INTEGER NOT NULL, source TEXT NOT NULL COLLATE NOCASE, summary BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS article_listed ON article(listed);
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
        INSERT INTO words(words, rank) VALUES('rank', 'bm25(8.0, 1.0)');
        """;

    private readonly string connection;

    public MonthIndex(string file)
    {
        connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true }.ToString();
        using var opened = Open();
        Run(opened, Schema);
    }

    /// <summary>Whether anything was written since the last snapshot.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The revisions whose words are there, of these articles.</summary>
    public IReadOnlyDictionary<string, int> FindRevisions(IEnumerable<string> ids)
    {
        using var opened = Open();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            using var command = Prepare(opened, "SELECT revision FROM article WHERE id = $id", ("$id", id));
            if (command.ExecuteScalar() is long revision)
                found[id] = (int)revision;
        }

        return found;
    }

    /// <summary>Writes where articles stand, and their words where there is a text; without one those that are there stay.</summary>
    public void Write(IEnumerable<(ArticleChange Change, Article? Text)> articles)
    {
        using var opened = Open();
        using var transaction = opened.BeginTransaction();
        foreach (var (change, text) in articles)
        {
            var summary = Compressed.Compress(change.Article, PipelineJson.Default.ArticleSummary);
            using var standing = Prepare(
                opened,
                """
                INSERT INTO article(id, sequence, revision, listed, state, source, summary)
                VALUES($id, $sequence, $revision, $listed, $state, $source, $summary)
                ON CONFLICT(id) DO UPDATE SET sequence = $sequence, revision = $revision, listed = $listed, state = $state,
                    source = $source, summary = $summary
                RETURNING rowid
                """,
                ("$id", change.Article.Id), ("$sequence", change.Sequence), ("$revision", change.Article.Revision),
                ("$listed", change.Article.ListedAt.UtcTicks), ("$state", (int)change.Article.State), ("$source", change.Article.Source),
                ("$summary", summary));
            var row = (long)standing.ExecuteScalar()!;
            if (text is not null)
                WriteWords(opened, row, text);
        }

        transaction.Commit();
        IsChanged = true;
    }

    /// <summary>Removes articles by their ids.</summary>
    public void Remove(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            Remove("id = $value", id);
    }

    /// <summary>Removes articles whose last line the log does not have any more.</summary>
    public void RemoveBefore(long sequence) => Remove("sequence < $value", sequence);

    /// <summary>What matches, in the order that was asked for, as far as the caller reads on.</summary>
    public IEnumerable<SearchHit> Search(SearchTerms terms, ListQuery query, SearchOrder order)
    {
        using var opened = Open();
        var by = order switch
        {
            SearchOrder.Relevance => "words.rank",
            SearchOrder.Newest => "a.listed DESC, a.id",
            _ => "a.listed, a.id DESC",
        };
        var states = string.Join(',', query.States.Select(state => (int)state));
        var source = query.Source is { Wanted: [var only], Unwanted.Count: 0 } ? only.Trim() : null;
        using var command = Prepare(
            opened,
            $"""
            SELECT a.summary, words.rank FROM words JOIN article a ON a.rowid = words.rowid
            WHERE words MATCH $match AND a.state IN ({states}) {(source is null ? "" : "AND a.source = $source")} ORDER BY {by}
            """,
            ("$match", terms.Expression));
        if (source is not null)
            command.Parameters.AddWithValue("$source", source);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var article = Compressed.Read(reader.GetFieldValue<byte[]>(0), PipelineJson.Default.ArticleSummary);
            if (query.Passes(article))
                yield return new SearchHit(article, reader.GetDouble(1));
        }
    }

    /// <summary>Writes all of it into one file, as small as it gets.</summary>
    public void WriteSnapshot(string file)
    {
        using var opened = Open();
        using var command = Prepare(opened, "VACUUM INTO $file", ("$file", file));
        command.ExecuteNonQuery();
    }

    /// <summary>How many articles there are.</summary>
    public long Count()
    {
        using var opened = Open();
        using var command = Prepare(opened, "SELECT count(*) FROM article");
        return (long)command.ExecuteScalar()!;
    }

    private static void WriteWords(SqliteConnection opened, long row, Article text)
    {
        using var words = Prepare(
            opened, "INSERT OR REPLACE INTO words(rowid, title, body) VALUES($row, $title, $body)", ("$row", row),
            ("$title", string.Join(' ', SearchTokens.Split(text.Title))), ("$body", string.Join(' ', SearchTokens.Split(text.Text))));
        words.ExecuteNonQuery();
    }

    private void Remove(string condition, object value)
    {
        using var opened = Open();
        using var transaction = opened.BeginTransaction();
        using var words = Prepare(
            opened, $"DELETE FROM words WHERE rowid IN (SELECT rowid FROM article WHERE {condition})", ("$value", value));
        words.ExecuteNonQuery();
        using var standing = Prepare(opened, $"DELETE FROM article WHERE {condition}", ("$value", value));
        var removed = standing.ExecuteNonQuery();
        transaction.Commit();
        IsChanged |= removed > 0;
    }

    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connection);
        opened.Open();
        return opened;
    }

    private static void Run(SqliteConnection opened, string commands)
    {
        using var command = Prepare(opened, commands);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection opened, string text, params (string Name, object Value)[] values)
    {
        var command = opened.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
