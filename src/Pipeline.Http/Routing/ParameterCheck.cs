using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>Refuses what a route's parameters do not allow, so that a misspelt filter is an error and never a list of everything.</summary>
internal static class ParameterCheck
{
    // The two names that function keys travel under; https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
    private static readonly HashSet<string> KeyParameters = new(StringComparer.OrdinalIgnoreCase) { KeyCheck.QueryName, "clientId" };

    /// <summary>Whether a parameter is a key, which no address may carry on.</summary>
    public static bool IsKey(string name) => KeyParameters.Contains(name);

    public static IResult? Refuse(PipelineRoute route, HttpRequest request) =>
        !route.ChecksParameters ? null
        : request.Query.Where(pair => !IsKey(pair.Key))
            .Select(pair => RefuseOne(route, pair.Key, pair.Value.Count, pair.Value.ToString()))
            .Concat(route.Parameters.Where(parameter => parameter.IsRequired && !request.Query.ContainsKey(parameter.Name))
                .Select(parameter =>
                    ProblemTypes.BadParameter.WithDetail($"`{parameter.Name}` is missing. {parameter.Description}", parameter.Name)))
            .Append(RefuseInterval(route, request))
            .FirstOrDefault(refusal => refusal is not null);

    private static IResult? RefuseOne(PipelineRoute route, string name, int count, string text)
    {
        if (route.Parameters.FirstOrDefault(known => known.Name == name) is not { } parameter)
        {
            var known = route.Parameters.Count == 0 ? "none" : string.Join(", ", route.Parameters.Select(p => p.Name));
            return ProblemTypes.UnknownParameter.WithDetail($"`{name}` is not a parameter of {route.Path}, which has: {known}.", name);
        }
        if (count > 1 && !parameter.Schema.IsList)
            return ProblemTypes.BadParameter.WithDetail($"`{name}` is stated {count} times; state it once.", name);
        return parameter.Accepts(text) ? null
            : ProblemTypes.BadParameter.WithDetail($"`{name}` cannot be read. {parameter.Description}{ListNames(parameter.Schema)}", name);
    }

    private static string ListNames(ParameterSchema schema) =>
        schema is { EnumName: not null, Enum: { } names } ? $" There are: {string.Join(", ", names)}." : "";

    private static IResult? RefuseInterval(PipelineRoute route, HttpRequest request) =>
        route.Parameters.Contains(Parameters.PublishedFrom)
        && Parameters.PublishedFrom.Of(request, null) > Parameters.PublishedTo.Of(request, null)
            ? ProblemTypes.BadParameter.WithDetail(
                $"`{Parameters.PublishedTo.Name}` is before `{Parameters.PublishedFrom.Name}`, so nothing could be found.",
                Parameters.PublishedTo.Name)
            : null;
}
