namespace Pipeline.Tests.House;

public class FolderTests
{
    [Fact]
    public void No_two_folders_of_the_source_need_each_other()
    {
        var cycle = FolderUses.FindCycle(FolderUses.Read());

        Assert.True(cycle is null, $"These folders need each other: {string.Join(" -> ", cycle ?? [])}");
    }

    [Fact]
    public void A_cycle_is_found_where_there_is_one()
    {
        var uses = new Dictionary<string, SortedSet<string>>
        {
            ["Http"] = ["Articles", "Storage"],
            ["Storage"] = ["Articles", "Ledger"],
            ["Ledger"] = ["Storage"],
            ["Articles"] = [],
        };

        Assert.Equal(["Storage", "Ledger", "Storage"], FolderUses.FindCycle(uses));
    }

    [Fact]
    public void A_namespace_is_the_folder_that_its_file_lies_in()
    {
        var astray = SourceTree.ListFiles("src")
            .Where(file => FolderUses.FindNamespace(SourceTree.ReadCode(file)) is { Length: > 0 } name && name != NameFolder(file));

        Assert.Empty(astray);
    }

    private static string NameFolder(string file) => Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.').Replace('\\', '.');
}
