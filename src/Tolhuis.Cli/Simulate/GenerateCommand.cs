// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary><c>tolhuis generate</c>: writes simulated traffic as zips, with the truth beside them.</summary>
internal static class GenerateCommand
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int BadArguments = 2;

    public static Command Create()
    {
        var plan = new SimulationPlan();
        var lines = new Option<long>("--lines")
        {
            Description = "Goods lines in good messages, exactly.",
            DefaultValueFactory = _ => plan.Lines,
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Seed of the traffic: same seed, same bytes.",
            DefaultValueFactory = _ => plan.Seed,
        };
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the zips and the truth.",
            Required = true,
        };
        var date = new Option<DateOnly?>("--date")
        {
            // Said here and not as a default value, which would be shown the way the system writes dates.
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"First day, a Dutch date such as 2026-11-24. [default: {plan.Day:yyyy-MM-dd}]"),
            CustomParser = result => ParseDate(result),
        };
        var days = new Option<int>("--days") { Description = "Number of days.", DefaultValueFactory = _ => plan.Days };
        var bad = new Option<double>("--bad")
        {
            Description = "Share of bad messages, 0 to 0.5.",
            DefaultValueFactory = _ => plan.BadMessageRate,
        };
        var prelodged = new Option<double>("--prelodged")
        {
            Description = "Share of messages lodged before the goods are presented, 0 to 1.",
            DefaultValueFactory = _ => plan.PrelodgedShare,
        };
        var shape = new Option<string>("--shape")
        {
            Description = "Shape of the messages: xml, json, or mixed (half of each).",
            DefaultValueFactory = _ => "xml",
        };
        shape.AcceptOnlyFromAmong("xml", "json", "mixed");
        var json = new Option<bool>("--json") { Description = "Print the manifest as JSON." };
        var command = new Command("generate", "Write simulated traffic as zips of XML or JSON, with the truth.")
        {
            lines, seed, folder, date, days, bad, prelodged, shape, json,
        };
        command.SetAction((result, cancellation) => Run(
            plan with
            {
                Lines = result.GetValue(lines),
                Seed = result.GetValue(seed),
                Day = result.GetValue(date) ?? plan.Day,
                Days = result.GetValue(days),
                BadMessageRate = result.GetValue(bad),
                PrelodgedShare = result.GetValue(prelodged),
                JsonShare = result.GetValue(shape) switch { "json" => 1, "mixed" => 0.5, _ => 0 },
            },
            result.GetRequiredValue(folder),
            result.GetValue(json),
            cancellation));
        return command;
    }

    private static DateOnly? ParseDate(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"--date takes a date such as 2026-11-24, not '{text}'.");
        return null;
    }

    private static async Task<int> Run(SimulationPlan plan, string folder, bool isJson, CancellationToken cancellation)
    {
        if (plan.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return BadArguments;
        }

        try
        {
            var manifest = await Write(new TrafficSimulator(plan), folder, cancellation);
            var text = isJson ? Encoding.UTF8.GetString(manifest.ToJson()) : Describe(manifest, folder);
            await Console.Out.WriteAsync(text);
            return Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Cannot write to {folder}: {exception.Message}");
            return Refused;
        }
    }

    // Progress goes to the error stream, so that the data on the output stream stays clean, and only to a person.
    private static async Task<TrafficManifest> Write(
        TrafficSimulator simulator, string folder, CancellationToken cancellation)
    {
        if (Console.IsErrorRedirected)
            return await simulator.WriteTo(folder, null, cancellation);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Lines", maxValue: simulator.Plan.Lines);
            return await simulator.WriteTo(folder, new LineProgress(task), cancellation);
        });
    }

    private static string Describe(TrafficManifest manifest, string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Lines:N0} lines in {manifest.Messages:N0} messages in {manifest.Files:N0} files "
        + $"({manifest.Bytes / 1_000_000.0:N1} MB) in {folder}\n"
        + $"{manifest.BadMessages.Values.Sum():N0} bad messages, {manifest.Mechanisms.Values.Sum():N0} planted "
        + $"mechanisms; the truth is in truth.csv\n");

    // Straight to the task, without a thread between: the order of reports is the order of lines.
    private sealed class LineProgress(ProgressTask task) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => task.Value = value.Lines;
    }
}
