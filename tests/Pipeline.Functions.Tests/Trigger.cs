using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Triggers;

namespace Pipeline.Functions.Tests;

/// <summary>A method of the app that the host calls.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The method, which bears the same name.</param>
internal sealed record Trigger(string Name, MethodInfo Method)
{
    /// <summary>The app's project folder.</summary>
    public static string Folder { get; } = typeof(Trigger).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "FunctionsFolder").Value!;

    public static IReadOnlyList<Trigger> All { get; } =
    [
        .. from type in typeof(PipelineTriggers).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           orderby function.Name
           select new Trigger(function.Name, method),
    ];

    /// <summary>The parameter that the host fills.</summary>
    public ParameterInfo Bound => Method.GetParameters()[0];

    public T? Binding<T>()
        where T : Attribute => Bound.GetCustomAttribute<T>();
}
