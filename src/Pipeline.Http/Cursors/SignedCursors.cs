using System.Text;

namespace Pipeline.Http.Cursors;

/// <summary>Signs and reads cursors with the key of this deployment.</summary>
internal sealed class SignedCursors(PipelineHttpSettings settings)
{
    private readonly CursorSigner signer = new(Encoding.UTF8.GetBytes(settings.CursorKey ?? "unsigned"));

    /// <summary>What the cursor says; <c>null</c> where there is none.</summary>
    public async Task<CursorReading?> ReadAsync(CursorKind kind, string scope, string? cursor, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.WaitAsync(cancellationToken);
        return cursor is null ? null : signer.Read(kind, scope, cursor);
    }

    /// <summary>The cursor of a position; <c>null</c> for none.</summary>
    public async Task<string?> SignAsync(CursorKind kind, string scope, string? position, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.WaitAsync(cancellationToken);
        return position is null ? null : signer.Sign(kind, scope, position);
    }
}
