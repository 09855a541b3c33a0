// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Tolhuis.Cli.Platform;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work was done and found something wrong.</summary>
    public const int Findings = 1;

    /// <summary>The command cannot be understood or may not be given here.</summary>
    public const int Usage = 2;

    /// <summary>The store is in use, full or damaged.</summary>
    public const int Store = 3;
}

/// <summary>What all commands share: options, output, progress.</summary>
internal static class CommandLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Option<string> StoreOption() => new("--store")
    {
        Description = "Folder of the store. / Map van de opslag.",
        DefaultValueFactory = _ => "./data",
    };

    public static Option<bool> JsonOption() => new("--json")
    {
        Description = "One JSON object on stdout. / Eén JSON-object op stdout.",
    };

    /// <summary>Language for people: what LANG says if it is Dutch, else English.</summary>
    public static string Language =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "")
        .StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? "nl" : "en";

    public static string Say(string dutch, string english) => Language == "nl" ? dutch : english;

    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    public static string ToJsonLine<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static void Complain(string sentence) => Console.Error.WriteLine(sentence);

    /// <summary>Shows progress on stderr if it is a terminal; otherwise just does the work.</summary>
    /// <param name="work">Gets a report of (done, total).</param>
    public static async Task WithProgress(string title, Func<Action<long, long>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work((_, _) => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                await work((done, total) =>
                {
                    task.MaxValue = Math.Max(1, total);
                    task.Value = done;
                });
                task.Value = task.MaxValue;
            });
    }
}
