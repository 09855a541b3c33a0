// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using System.Text.Json;
using Tolhuis.Cli.Platform;
using Xunit;

namespace Tolhuis.Tests.Cli;

/// <summary>The program itself, run inside the test: its exit code and all that it wrote.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CommandRun> Of(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var written = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(written);
        Console.SetError(complained);
        try
        {
            var main = typeof(Entry).Assembly.EntryPoint!;
            var code = await Task.Run(() =>
                (int)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!);
            return new CommandRun(code, written.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}

/// <summary>The console belongs to one test at a time.</summary>
[CollectionDefinition(nameof(ConsoleTests), DisableParallelization = true)]
public sealed class ConsoleTests;
