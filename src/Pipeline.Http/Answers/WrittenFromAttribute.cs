namespace Pipeline.Http.Answers;

/// <summary>Says that an object is written from the members of several types; where two have a member of one name the first
/// counts.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WrittenFromAttribute(params Type[] types) : Attribute
{
    public IReadOnlyList<Type> Types { get; } = types;

    /// <summary>The only members that are always there; empty where all are that cannot be missing in their types.</summary>
    public string[] Always { get; init; } = [];
}
