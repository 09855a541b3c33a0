// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Cli.Platform;

namespace Tolhuis.Cli.Bench;

/// <summary>
/// <c>tolhuis bench intake</c>: how fast files become durable decisions, beside a bare limit in the same run.
/// </summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var lines = new Option<long>("--lines")
        {
            Description = "Lines per run. / Regels per keer.",
            DefaultValueFactory = _ => 200_000
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Runs of each; the median counts. / Aantal keren; de mediaan telt.",
            DefaultValueFactory = _ => 3,
        };
        var folder = new Option<string?>(
            "--folder")
        { Description = "Where the stores are made. / Waar de opslag wordt gemaakt." };
        var json = CommandLine.JsonOption();
        var intake = new Command("intake",
            "H7 zips to durable decided lines. / Van H7-zips tot vastgelegde beslissingen.")
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
                    $"{answer.Lines} lines: {answer.LinesPerSecond:N0}/s, limit {answer.LimitLinesPerSecond:N0}/s, "
                    + $"ratio {answer.Ratio:0.00}, peak {answer.PeakMemoryMb:N0} MB");
            return ExitCode.Done;
        });
        return new Command("bench", "Measure. / Meten.") 
        {
            intake, Http(folder, json), Pages(json), Work(folder, json),
        };
    }

    private static Command Http(Option<string?> folder, Option<bool> json)
    {
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long. / Hoe lang.",
            DefaultValueFactory = _ =>
            30
        };
        var rate = new Option<int>("--background")
        {
            Description = "Lines per second that flow beside it. / Regels per seconde ernaast.",
            DefaultValueFactory = _ => 1_000,
        };
        var messages = new Option<int>("--messages")
        {
            Description = "Messages per shape and way; 0 leaves the comparison out. / Berichten per vorm en weg.",
            DefaultValueFactory = _ => 4_000,
        };
        var rounds = new Option<int>("--rounds") { Description = "Rounds. / Rondes.", DefaultValueFactory = _ => 3 };
        var command = new Command("http",
            "One message to its decision over HTTP, as XML and JSON. / Eén bericht via HTTP, als XML en JSON.")
        {
            seconds, rate, messages, rounds, folder, json,
        };
        command.SetAction(async (result, stop) =>
        {
            var bench = new HttpBench(result.GetValue(seconds), Math.Max(1, result.GetValue(rate)),
                FolderOf(result.GetValue(folder)));
            var answer = await bench.Run(stop);
            if (result.GetValue(messages) is > 0 and var count)
            {
                var cost = new LodgingCost(
                    count, Math.Clamp(result.GetValue(rounds), 1, 20), FolderOf(result.GetValue(folder)));
                answer = answer with { Costs = await cost.Run(stop) };
            }

            Print(answer, result.GetValue(json));
            if (!result.GetValue(json))
            {
                foreach (var cost in answer.Costs)
                    Console.Out.WriteLine(cost);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Pages(Option<bool> json)
    {
        var store = CommandLine.StoreOption();
        var command = new Command("pages",
            "Time of the pages on a demo store. / Tijd van de pagina's op een demo-opslag.")
        {
            store, json,
        };
        command.SetAction(async (result, stop) =>
        {
            Print(await new PagesBench(result.GetValue(store)!).Run(stop), result.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Work(Option<string?> folder, Option<bool> json)
    {
        var officers = Number("--officers", "Officers. / Ambtenaren.", 50);
        var traders = Number("--traders", "Traders. / Aangevers.", 500);
        var seconds = Number("--seconds", "In how many seconds the day is done. / In hoeveel seconden.", 300);
        var rate = Number("--background", "Lines per second that flow beside it. / Regels per seconde ernaast.", 1_000);
        var prefill = Number("--lines", "Lines decided before. / Regels vooraf.", 60_000);
        var command = new Command("work",
            "A day of work of officers and traders, without browsers. / Een dag werk van mensen, zonder browsers.")
        {
            officers, traders, seconds, rate, prefill, folder, json,
        };
        command.SetAction(async (result, stop) =>
        {
            var plan = new WorkBenchPlan(
                Math.Clamp(result.GetValue(officers), 1, 1_000), Math.Clamp(result.GetValue(traders), 1, 5_000),
                Math.Clamp(result.GetValue(seconds), 10, 3_600), Math.Max(1, result.GetValue(rate)),
                Math.Max(1_000, result.GetValue(prefill)));
            var answer = await new WorkBench(plan, FolderOf(result.GetValue(folder))).Run(stop);
            Print(answer, result.GetValue(json));
            if (!result.GetValue(json))
            {
                foreach (var step in answer.Steps)
                    Console.Out.WriteLine(step);
                foreach (var fault in answer.FirstFaults)
                    Console.Out.WriteLine(fault);
            }

            return ExitCode.Done;
        });
        return command;

        static Option<int> Number(string name, string words, int value) =>
            new(name) { Description = words, DefaultValueFactory = _ => value };
    }

    private static string FolderOf(string? folder) => folder ?? Path.Combine(Path.GetTempPath(), "tolhuis-bench");

    private static void Print<T>(T answer, bool isJson)
    {
        if (isJson)
            CommandLine.WriteJson(answer);
        else
            Console.Out.WriteLine(answer);
    }
}
