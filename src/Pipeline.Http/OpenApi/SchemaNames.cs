namespace Pipeline.Http.OpenApi;

/// <summary>What a type is called in the description. Generators make classes of these names, so no two types may have one.</summary>
internal static class SchemaNames
{
    public const string Problem = "Problem";

    /// <summary>The type's own name; of a page that of its items with <c>Page</c> behind it.</summary>
    public static string Name(Type type) => type.IsGenericType ? Name(type.GenericTypeArguments[0]) + Trim(type.Name.Split('`')[0])
        : type.Name;

    public static string Reference(string name) => $"#/components/schemas/{name}";

    private static string Trim(string name) =>
        name.EndsWith("Response", StringComparison.Ordinal) ? name[..^"Response".Length] : name;
}
