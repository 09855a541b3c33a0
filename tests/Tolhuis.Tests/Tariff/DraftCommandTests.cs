// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text.Json;
using Tolhuis.Cli.Tariff;
using Tolhuis.Tests.Tariff.Loading;
using Xunit;

namespace Tolhuis.Tests.Tariff;

/// <summary>Drafts on the command line, from a file to an edition.</summary>
public sealed class DraftCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-draft-").FullName;
    private DraftHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await DraftHouse.Open();

    public ValueTask DisposeAsync()
    {
        _house.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_becomes_an_edition_step_by_step()
    {
        var file = Write("duties.csv", "code,duty\n61091000,11%\n");

        var load = await Run("load", "duties", file, "--from", "2026-08-01", "--partial", "--store", "x", "--json");
        Assert.Equal(0, load.Code);
        using var loaded = JsonDocument.Parse(load.Output);
        Assert.Equal(1, loaded.RootElement.GetProperty("draft").GetInt32());
        Assert.Equal(1, loaded.RootElement.GetProperty("changes")[0].GetProperty("added").GetInt32());
        Assert.Equal("2026-08-01", loaded.RootElement.GetProperty("from").GetString());

        Assert.Contains("duties.csv", (await Run("drafts", "--store", "x")).Output, StringComparison.Ordinal);
        Assert.Contains("61091000", (await Run("draft", "1", "--store", "x")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("check", "1", "--store", "x")).Code);
        Assert.Equal(0, (await Run("publish", "1", "--reason", "August", "--store", "x")).Code);

        var show = await Run("show", "61091000", "--on", "2026-08-01", "--store", "x", "--language", "en");
        Assert.Contains("11%", show.Output, StringComparison.Ordinal);
        var before = await Run("show", "61091000", "--on", "2026-07-31", "--store", "x", "--language", "nl");
        Assert.Contains("12%", before.Output, StringComparison.Ordinal);
        Assert.Contains("2026-08-01  begint", before.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_are_named_in_the_language_asked_and_as_JSON()
    {
        var file = Write("duties.csv", "code,duty\n6109,much\n");

        var dutch = await Run("load", "duties", file, "--store", "x", "--language", "nl");
        var json = await Run("load", "duties", file, "--store", "x", "--json");

        Assert.Equal((1, ""), (dutch.Code, dutch.Output));
        Assert.StartsWith("Regel 2, kolom duty: much", dutch.Error, StringComparison.Ordinal);
        using var rows = JsonDocument.Parse(json.Output);
        Assert.Equal("tariff.load.duty", rows.RootElement[0].GetProperty("code").GetString());
        Assert.Equal("/2/duty", rows.RootElement[0].GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData(2, "load", "duties", "no-such-file", "--store", "x")]
    [InlineData(2, "load", "duties", "FILE", "--from", "soon", "--store", "x")]
    [InlineData(2, "load", "duties", "FILE", "--partial", "--complete", "--store", "x")]
    [InlineData(2, "load", "duties", "FILE")]
    [InlineData(1, "load", "weather", "FILE", "--store", "x")]
    [InlineData(1, "load", "duties", "FILE", "--draft", "9", "--store", "x")]
    [InlineData(1, "publish", "9", "--reason", "x", "--store", "x")]
    [InlineData(1, "withdraw", "9", "--reason", "x", "--store", "x")]
    [InlineData(1, "draft", "9", "--store", "x")]
    [InlineData(1, "check", "9", "--store", "x")]
    [InlineData(2, "drafts")]
    [InlineData(2, "drafts", "--store", "x", "--language", "fr")]
    public async Task What_cannot_be_done_says_why_on_stderr(int expected, params string[] question)
    {
        var file = Write("duties.csv", "code,duty\n61091000,11%\n");

        var (code, output, error) = await Run([.. question.Select(word => word == "FILE" ? file : word)]);

        Assert.Equal((expected, ""), (code, output));
        Assert.NotEmpty(error);
        Assert.Empty(_house.Drafts.List());
    }

    [Fact]
    public async Task A_draft_that_changes_nothing_is_not_fit_and_can_be_withdrawn()
    {
        var file = Write("duties.csv", "code,duty\n610910,12%\n");
        await Run("load", "duties", file, "--partial", "--store", "x");

        var check = await Run("check", "1", "--store", "x", "--language", "en");
        var withdrawn = await Run("withdraw", "1", "--reason", "nothing new", "--store", "x");

        Assert.Equal(1, check.Code);
        Assert.Contains("changes nothing", check.Output, StringComparison.Ordinal);
        Assert.Equal(0, withdrawn.Code);
        Assert.Contains("withdrawn", withdrawn.Output, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] question)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = TariffCommand.Create(_ => _house.Tariff, _house.Store.Time, _ => _house.Drafts);
        var code = await command.Parse(question).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
