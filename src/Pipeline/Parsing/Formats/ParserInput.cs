using Pipeline.Parsing.Files;
using Pipeline.Parsing.Text;

namespace Pipeline.Parsing.Formats;

/// <summary>What every parser gets: the file, its text (decoded once, on first use), the limits and the source's zone.</summary>
internal sealed class ParserInput(DroppedFile file, ParsingSettings settings)
{
    private readonly Lazy<DecodedText> text = new(() => TextDecoder.Decode(file));

    public DroppedFile File => file;

    public ParsingLimits Limits => settings.Limits;

    /// <summary>The zone of a date that names none.</summary>
    public TimeZoneInfo Zone => settings.ZoneOf(file.Source);

    /// <summary>What the file may still cost, with the archive that holds it.</summary>
    public ParsingBudget Budget { get; } = file.Budget ?? new ParsingBudget(settings.Limits, file.Bytes.Length);

    public DecodedText Text => text.Value;
}
