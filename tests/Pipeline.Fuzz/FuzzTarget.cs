namespace Pipeline.Fuzz;

/// <summary>Something that takes foreign bytes.</summary>
/// <param name="Name">As <c>--only</c> takes it.</param>
/// <param name="Take">Takes them, and throws for nothing that they can hold.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Take);
