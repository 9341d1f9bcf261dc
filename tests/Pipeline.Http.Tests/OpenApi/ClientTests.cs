using System.Diagnostics;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Local.Emulation;

namespace Pipeline.Http.Tests.OpenApi;

/// <summary>Clients that others' generators make of the description compile and read the running endpoint; others' linters pass
/// it.</summary>
[Collection(nameof(ReadingTests))]
public sealed class ClientTests(SharedNewsroom shared)
{
    private const string File = "coast/harbour.md";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generated_clients_list_select_follow_and_read()
    {
        using var folder = await ClientFolder.CreateAsync(shared.Room, Stop);
        var address = shared.Room.Client.BaseAddress!.AbsoluteUri;
        await folder.RunAsync("dotnet", "tool restore", Stop);
        await folder.RunAsync(
            "dotnet",
            "nswag openapi2csclient /input:openapi.json /output:NSwag/Client.cs /namespace:Pipeline.Generated /className:PipelineClient "
            + "/generateOptionalParameters:true /generateOptionalPropertiesAsNullable:true /jsonLibrary:SystemTextJson /useBaseUrl:false",
            Stop);
        await folder.RunAsync(
            "dotnet",
            "kiota generate -l CSharp -d openapi.json -o Kiota/Client -n Pipeline.Generated -c PipelineClient "
            + "--exclude-backward-compatible",
            Stop);
        await folder.RunAsync("node", "node_modules/openapi-typescript/bin/cli.js openapi.json -o TypeScript/client.ts", Stop);
        await folder.RunAsync("node", "node_modules/typescript/bin/tsc -p TypeScript", Stop);

        var nswag = await folder.RunAsync("dotnet", $"run --project NSwag -- {address} {File}", Stop);
        var kiota = await folder.RunAsync("dotnet", $"run --project Kiota -- {address} {File}", Stop);
        var typescript = await folder.RunAsync("node", $"TypeScript/read.js {address} {File}", Stop);

        var article = await shared.Room.FirstIdAsync("sort=oldest", Stop);
        Assert.Contains($"listed 5 {article} Canonical", nswag, StringComparison.Ordinal);
        Assert.Contains("followed 5 0 True", nswag, StringComparison.Ordinal);
        Assert.Contains($"receipt {File} 1 Stored", nswag, StringComparison.Ordinal);
        Assert.Equal(nswag, kiota);
        Assert.Equal(nswag, typescript);
    }

    [Fact]
    public async Task Satisfies_the_recommended_rules_of_Spectral_and_Redocly()
    {
        using var folder = await ClientFolder.CreateAsync(shared.Room, Stop);

        await folder.RunAsync(
            "node",
            "node_modules/@stoplight/spectral-cli/dist/index.js lint --fail-severity hint --ruleset spectral.json openapi.json", Stop);
        var redocly = await folder.RunAsync("node", "node_modules/@redocly/cli/bin/cli.js lint --extends recommended openapi.json", Stop);

        Assert.DoesNotContain("warning", redocly.Replace("Deprecation warning", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A copy of the programs that use generated clients, beside the description of a running endpoint.</summary>
    private sealed class ClientFolder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("pipeline-clients-").FullName;

        public static async Task<ClientFolder> CreateAsync(TestNewsroom room, CancellationToken cancellationToken)
        {
            var folder = new ClientFolder();
            var programs = Path.Combine(AppContext.BaseDirectory, "Clients");
            var packages = await NpmPackages.EnsureAsync(programs, "client generators and linters for the tests", cancellationToken);
            foreach (var file in Directory.GetFiles(programs, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.path, Path.GetRelativePath(programs, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                System.IO.File.Copy(file, copy);
            }

            Directory.CreateSymbolicLink(Path.Combine(folder.path, "node_modules"), Path.Combine(packages, "node_modules"));
            await System.IO.File.WriteAllTextAsync(
                Path.Combine(folder.path, "openapi.json"), await room.Client.GetStringAsync("/api/openapi.json", cancellationToken),
                cancellationToken);
            return folder;
        }

        /// <summary>What the program printed. Fails with all of it where the program does.</summary>
        public async Task<string> RunAsync(string program, string arguments, CancellationToken cancellationToken)
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    // None of them needs to tell anyone, or to ask whether there is a newer one.
                    ["KIOTA_OFFLINE_ENABLED"] = "true",
                    ["KIOTA_TELEMETRY_OPTOUT"] = "true",
                    ["REDOCLY_TELEMETRY"] = "off",
                    ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true",
                    ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true",
                },
            };
            // What `dotnet test` tells MSBuild would hold for the builds of these programs too.
            foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToList())
                start.Environment.Remove(name);
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken),
                process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, $"{program} {arguments}\n{await output}\n{await errors}");
            return await output + (program == "node" && arguments.Contains("redocly", StringComparison.Ordinal) ? await errors : "");
        }

        private static bool IsOfMSBuild(string name) => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
