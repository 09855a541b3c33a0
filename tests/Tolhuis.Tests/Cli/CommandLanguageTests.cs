// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Cli;

/// <summary>What the commands say about themselves and in which language.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class CommandLanguageTests
{
    [Fact]
    public async Task Help_names_the_program_as_people_type_it_and_dates_as_they_are_read()
    {
        var help = await CommandRun.Of("--help");
        var generate = await CommandRun.Of("generate", "--help");
        var version = await CommandRun.Of("--version");

        Assert.Equal((0, 0, 0), (help.Code, generate.Code, version.Code));
        Assert.Contains("tolhuis [command] [options]", help.Output, StringComparison.Ordinal);
        Assert.Contains("tolhuis generate [options]", generate.Output, StringComparison.Ordinal);
        Assert.Contains("[default: 2026-11-24]", generate.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Tolhuis.Cli", help.Output + generate.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("11/24/2026", generate.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl_NL.UTF-8", "Vast invoerrecht")]
    [InlineData("en_GB.UTF-8", "Flat customs duty")]
    public async Task Tariff_answers_in_the_language_of_the_system(string language, string words)
    {
        var before = Environment.GetEnvironmentVariable("LC_ALL");
        Environment.SetEnvironmentVariable("LC_ALL", language);
        try
        {
            var run = await CommandRun.Of(
                "tariff", "calculate", "610910", "20", "--additional", "F53", "--on", "2026-07-01");
            Assert.Contains(words, run.Output, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LC_ALL", before);
        }
    }

    [Fact]
    public void A_server_says_how_many_rows_of_the_law_are_for_a_demo_only()
    {
        var (error, written) = (Console.Error, new StringWriter());
        Console.SetError(written);
        try
        {
            ServeCommand.WarnOfDemoRows(LawEdition.BuiltIn);
        }
        finally
        {
            Console.SetError(error);
        }

        var rows = LawEdition.BuiltIn.Tables.SelectMany(table => table.Rows)
            .Count(row => row.Table.HasColumn("ground") && row["ground"].Contains("demo", StringComparison.Ordinal));
        Assert.InRange(rows, 50, 10_000);
        Assert.Contains($" {rows} demo", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("tariff.exchange_rates", written.ToString(), StringComparison.Ordinal);
    }
}
