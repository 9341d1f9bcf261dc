namespace Pipeline.Ingestion;

/// <summary>Keeps for each source until when its entries have revised articles.</summary>
public interface ISourceRevisionStore
{
    /// <summary>The moment that was recorded last; <c>null</c> where none was. One operation.</summary>
    Task<DateTimeOffset?> FindAsync(string source, CancellationToken cancellationToken);

    /// <summary>Records the moment. One operation.</summary>
    Task RecordAsync(string source, DateTimeOffset until, CancellationToken cancellationToken);
}
