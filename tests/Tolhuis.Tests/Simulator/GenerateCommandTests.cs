// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Tolhuis.Cli.Simulate;
using Tolhuis.Simulator;
using Xunit;

namespace Tolhuis.Tests.Simulator;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-generate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Generate_writes_zips_truth_parties_and_a_manifest()
    {
        var exit = await GenerateCommand.Create()
            .Parse(["--lines", "400", "--seed", "9", "--out", _folder, "--date", "2026-07-01", "--bad", "0.05"])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, exit);
        var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "manifest.json"))).RootElement;
        Assert.Equal(400, manifest.GetProperty("lines").GetInt64());
        Assert.Equal(Directory.GetFiles(_folder, "*.zip").Length, manifest.GetProperty("files").GetInt32());
        Assert.Equal("eori,name,kind", File.ReadLines(Path.Combine(_folder, "parties.csv")).First());
        Assert.All(File.ReadLines(Path.Combine(_folder, "truth.csv")), row => Assert.Equal(8, row.Split(',').Length));
    }

    [Fact]
    public async Task A_second_simulation_in_a_folder_takes_the_place_of_the_first()
    {
        var other = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(other, "mine", TestContext.Current.CancellationToken);
        await new TrafficSimulator(new SimulationPlan { Lines = 500 })
            .WriteTo(_folder, null, TestContext.Current.CancellationToken);

        var manifest = await new TrafficSimulator(new SimulationPlan { Lines = 60, Seed = 2 })
            .WriteTo(_folder, null, TestContext.Current.CancellationToken);

        Assert.Equal(manifest.Files, Directory.GetFiles(_folder, "*.zip").Length);
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("--lines", "0")]
    [InlineData("--days", "0")]
    [InlineData("--bad", "0.9")]
    public async Task Values_outside_their_limits_are_refused(string option, string value)
    {
        var exit = await GenerateCommand.Create()
            .Parse([option, value, "--out", _folder])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, exit);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_date_in_another_form_is_an_error_of_the_command_line() =>
        Assert.NotEmpty(GenerateCommand.Create().Parse(["--date", "24-11-2026", "--out", _folder]).Errors);
}
