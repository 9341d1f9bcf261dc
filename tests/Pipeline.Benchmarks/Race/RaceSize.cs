namespace Pipeline.Benchmarks.Race;

/// <summary>How much races, and through how many processes.</summary>
internal sealed record RaceSize(int Processes, int Stories, int Copies)
{
    public int Articles => Stories * Copies;
}
