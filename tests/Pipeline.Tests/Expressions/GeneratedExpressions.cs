using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Enrichment.Lines;

namespace Pipeline.Tests.Expressions;

/// <summary>Every expression that an assembly declares with <see cref="GeneratedRegexAttribute"/>, and the one that is made of a
/// file.</summary>
internal static class GeneratedExpressions
{
    public static IEnumerable<(string Name, Regex Expression)> In(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
        .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", (Regex)method.Invoke(null, null)!))
        .Append(("CreditKeys.keys", CreditKeysOf()));

    private static Regex CreditKeysOf() =>
        (Regex)typeof(CreditKeys).GetField("keys", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(CreditKeys.Shipped)!;
}
