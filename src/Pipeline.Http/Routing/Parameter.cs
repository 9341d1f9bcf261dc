using Microsoft.AspNetCore.Http;

namespace Pipeline.Http.Routing;

/// <summary>A query parameter: what OpenAPI says of it and how it is read are one thing, so they cannot disagree.</summary>
public abstract record Parameter(string Name, string Description, ParameterSchema Schema)
{
    public bool IsRequired { get; init; }

    /// <summary>A value that works.</summary>
    public string? Example { get; init; }

    /// <summary>Whether a client's text for it can be read.</summary>
    internal abstract bool Accepts(string text);
}

/// <summary>What JSON Schema says of a parameter's value. A list is written with commas, or by stating the parameter several
/// times.</summary>
public sealed record ParameterSchema(string Type)
{
    public string? Format { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public bool IsList { get; init; }

    /// <summary>What generators call the type of its values, where these have names; <c>null</c> for a plain text.</summary>
    public string? EnumName { get; init; }

    /// <summary>The type whose names the values are, where answers have it too.</summary>
    public Type? EnumType { get; init; }
}

/// <summary>Reads a parameter's text; false where it cannot be read.</summary>
internal delegate bool Reading<T>(string text, out T value);

/// <summary>A query parameter with the type that its text is read as.</summary>
internal sealed record Parameter<T>(string Name, string Description, ParameterSchema Schema, Reading<T> Reading)
    : Parameter(Name, Description, Schema)
{
    internal override bool Accepts(string text) => Reading(text, out _);

    /// <summary>The value, or <paramref name="otherwise"/> where the request does not state it. The route has checked that it
    /// reads.</summary>
    public T Of(HttpRequest request, T otherwise) =>
        request.Query[Name] is { Count: > 0 } texts && Reading(texts.ToString(), out var value) ? value : otherwise;
}
