namespace Pipeline.Http.Files;

/// <summary>A file that was dropped over the endpoint.</summary>
/// <param name="Path">Where it lies; its receipt is at `/api/files/` and this.</param>
/// <param name="Version">The version that its receipt will have.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record UploadResponse(string Path, string Version, long Bytes);
