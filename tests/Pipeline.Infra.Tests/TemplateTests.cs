namespace Pipeline.Infra.Tests;

public sealed class TemplateTests
{
    public static TheoryData<string> Files => [.. Bicep.Files];

    [Fact]
    public async Task Every_template_compiles_and_lints_without_a_warning() =>
        Assert.Equal("", await Bicep.LintAllAsync());

    [Theory]
    [MemberData(nameof(Files))]
    public void Fits_on_a_few_screens(string file) =>
        Assert.InRange(File.ReadLines(Path.Combine(Bicep.Folder, file)).Count(), 1, 300);
}
