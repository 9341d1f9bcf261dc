using System.Reflection;
using System.Text.RegularExpressions;

namespace Pipeline.Tests.Expressions;

/// <summary>Every expression that an assembly declares with <see cref="GeneratedRegexAttribute"/>.</summary>
internal static class GeneratedExpressions
{
    public static IEnumerable<(string Name, Regex Expression)> In(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
        .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", (Regex)method.Invoke(null, null)!));
}
