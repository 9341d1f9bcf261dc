using System.Text;
using Pipeline.Http.Settings;
using Pipeline.Storage.Account;

namespace Pipeline.Http.Cursors;

/// <summary>Signs and reads cursors with the key of this deployment: the one that is set, or a secret kept in the store.</summary>
internal sealed class SignedCursors(PipelineHttpSettings settings, SecretStore secrets)
{
    private const string SecretName = "cursor";

    private CursorSigner? signer;

    /// <summary>What the cursor says; <c>null</c> where there is none.</summary>
    public async Task<CursorReading?> ReadAsync(CursorKind kind, string scope, string? cursor, CancellationToken cancellationToken) =>
        cursor is null ? null : (await GetSignerAsync(cancellationToken)).Read(kind, scope, cursor);

    /// <summary>The cursor of a position; <c>null</c> for none.</summary>
    public async Task<string?> SignAsync(CursorKind kind, string scope, string? position, CancellationToken cancellationToken) =>
        position is null ? null : (await GetSignerAsync(cancellationToken)).Sign(kind, scope, position);

    // Read once a process; requests that come before it is there read the same secret.
    private async ValueTask<CursorSigner> GetSignerAsync(CancellationToken cancellationToken) =>
        signer ??= new CursorSigner(settings.CursorKey is { } key
            ? Encoding.UTF8.GetBytes(key)
            : await secrets.FindAsync(SecretName, cancellationToken));
}
