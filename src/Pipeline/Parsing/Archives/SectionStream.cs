namespace Pipeline.Parsing.Archives;

/// <summary>The next bytes of a stream that can only be read forward, as a stream of its own.</summary>
internal sealed class SectionStream(Stream stream, long length) : ForwardStream
{
    private long left = length;

    /// <summary>True where the stream below ended before the section did, as far as it was read.</summary>
    public bool IsCutShort { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = stream.Read(buffer, offset, (int)Math.Min(count, left));
        left -= read;
        IsCutShort |= read == 0 && count > 0 && left > 0;
        return read;
    }

    public void SkipRest()
    {
        var buffer = new byte[16 * 1024];
        while (Read(buffer, 0, buffer.Length) > 0)
        {
            // Reading is the only way forward in a compressed stream.
        }
    }
}
