// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Cli.Platform;

namespace Tolhuis.Cli.Bench;

/// <summary><c>tolhuis bench intake</c>: how fast files become durable decisions, beside a bare limit in the same run.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var lines = new Option<long>("--lines") { Description = "Lines per run. / Regels per keer.", DefaultValueFactory = _ => 200_000 };
        var rounds = new Option<int>("--rounds") { Description = "Runs of each; the median counts. / Aantal keren; de mediaan telt.", DefaultValueFactory = _ => 3 };
        var folder = new Option<string?>("--folder") { Description = "Where the stores are made. / Waar de opslag wordt gemaakt." };
        var json = CommandLine.JsonOption();
        var intake = new Command("intake", "H7 zips to durable decided lines. / Van H7-zips tot vastgelegde beslissingen.")
        {
            lines, rounds, folder, json,
        };
        intake.SetAction(async (result, stop) =>
        {
            var bench = new IntakeBench(
                result.GetValue(lines), Math.Clamp(result.GetValue(rounds), 1, 20),
                // A folder of our own in it: the run deletes all that it made, and nothing else.
                Path.Combine(result.GetValue(folder) ?? Path.GetTempPath(), "tolhuis-bench"));
            var answer = await bench.Run(stop);
            if (result.GetValue(json))
                CommandLine.WriteJson(answer);
            else
                Console.Out.WriteLine(
                    $"{answer.Lines} lines: {answer.LinesPerSecond:N0}/s, limit {answer.LimitLinesPerSecond:N0}/s, ratio {answer.Ratio:0.00}, peak {answer.PeakMemoryMb:N0} MB");
            return ExitCode.Done;
        });
        return new Command("bench", "Measure. / Meten.") { intake };
    }
}
