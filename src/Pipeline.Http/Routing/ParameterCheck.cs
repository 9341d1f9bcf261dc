using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>Refuses what a route's parameters do not allow, so that a misspelt filter is an error and never a list of everything.</summary>
internal static class ParameterCheck
{
    // The two names that function keys travel under; https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
    private static readonly HashSet<string> KeyParameters = new(StringComparer.OrdinalIgnoreCase) { KeyCheck.QueryName, "clientId" };

    public static IResult? Refuse(PipelineRoute route, HttpRequest request) =>
        !route.ChecksParameters ? null
        : request.Query.Where(pair => !KeyParameters.Contains(pair.Key))
            .Select(pair => RefuseOne(route, pair.Key, pair.Value.Count, pair.Value.ToString()))
            .Concat(route.Parameters.Where(parameter => parameter.IsRequired && !request.Query.ContainsKey(parameter.Name))
                .Select(parameter =>
                    ProblemTypes.BadParameter.WithDetail($"`{parameter.Name}` is missing. {parameter.Description}", parameter.Name)))
            .FirstOrDefault(refusal => refusal is not null);

    private static IResult? RefuseOne(PipelineRoute route, string name, int count, string text)
    {
        if (route.Parameters.FirstOrDefault(known => known.Name == name) is not { } parameter)
        {
            var known = route.Parameters.Count == 0 ? "none" : string.Join(", ", route.Parameters.Select(p => p.Name));
            return ProblemTypes.UnknownParameter.WithDetail($"`{name}` is not a parameter of {route.Path}, which has: {known}.", name);
        }
        if (count > 1)
            return ProblemTypes.BadParameter.WithDetail($"`{name}` is stated {count} times; state it once.", name);
        return parameter.Accepts(text) ? null
            : ProblemTypes.BadParameter.WithDetail($"`{name}` cannot be read. {parameter.Description}", name);
    }
}
