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
