using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>What Azure Tables bound, as its documentation states it.</summary>
internal static class TableLimits
{
    /// <summary>Rows of one partition that an entity-group transaction writes at most.</summary>
    public const int TransactionRows = 100;

    /// <summary>Rows that one query answers at most.</summary>
    public const int QueryRows = 1000;

    /// <summary>Bytes of rows that fit a transaction: of its 4 MiB, what the protocol says of each row takes a part.</summary>
    public const int TransactionBytes = 3 * 1024 * 1024;

    private const int RowBytes = 1024;

    /// <summary>Bytes that a row takes up of a transaction: its binary columns in base64, and the rest of it at the most.</summary>
    public static int SizeOf(TableEntity row) =>
        RowBytes + (row.Sum(column => column.Value is byte[] part ? part.Length : 0) * 4 / 3);
}
