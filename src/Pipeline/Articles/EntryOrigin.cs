namespace Pipeline.Articles;

/// <summary>Names one entry for ever: a file, a version of its bytes, and the entry's place in it.</summary>
/// <param name="Path">The blob's name below the <c>incoming</c> container; for a member of an archive <c>archive!/member</c>.</param>
/// <param name="FileVersion">Stable for the same bytes at the same path, 16 characters.</param>
/// <param name="Index">The entry's place in the file, from 0.</param>
public sealed record EntryOrigin(string Path, string FileVersion, int Index);
