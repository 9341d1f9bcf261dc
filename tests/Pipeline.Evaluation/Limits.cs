using System.Globalization;
using System.Text.Json;

namespace Pipeline.Evaluation;

/// <summary>What each figure has to be, as <c>limits.json</c> pins it.</summary>
/// <param name="AtLeast">Floors.</param>
/// <param name="AtMost">Ceilings.</param>
internal sealed record Limits(IReadOnlyDictionary<string, double> AtLeast, IReadOnlyDictionary<string, double> AtMost)
{
    public static Limits Read() =>
        JsonSerializer.Deserialize<Limits>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "limits.json")), JsonSerializerOptions.Web)!;

    public bool Holds(string figure, double value) =>
        !(AtLeast.TryGetValue(figure, out var floor) && value < floor) && !(AtMost.TryGetValue(figure, out var ceiling) && value > ceiling);

    /// <summary>The figure's limit in words; empty where it has none.</summary>
    public string Describe(string figure, double value)
    {
        var fault = Holds(figure, value) ? "" : "FAILS: ";
        return AtLeast.TryGetValue(figure, out var floor) ? string.Create(CultureInfo.InvariantCulture, $"{fault}at least {floor:0.0000}")
            : AtMost.TryGetValue(figure, out var ceiling) ? string.Create(CultureInfo.InvariantCulture, $"{fault}at most {ceiling:0.0000}")
            : "";
    }
}
