namespace Pipeline.Http.Cursors;

/// <summary>What a cursor is a place in. The value is part of every cursor and never changes.</summary>
internal enum CursorKind : byte
{
    Changes = 1,
    Articles = 2,
    Files = 3,
    Stories = 4,
    Search = 5,
}
