// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Platform;

namespace Tolhuis.Cli.Platform;

/// <summary>
/// Runs the command line; what a command cannot carry out becomes a sentence and an exit code, never a stack trace.
/// </summary>
internal static class Entry
{
    public static async Task<int> Run(Command root, string[] args)
    {
        try
        {
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (CommandRefusedException refused)
        {
            CommandLine.Complain(refused.Message);
            return ExitCode.Usage;
        }
        catch (StoreInUseException inUse)
        {
            CommandLine.Complain(CommandLine.Say(
                $"De opslag {inUse.Folder} is in gebruik door {inUse.Holder}. "
                + "Gebruik de API van die server, of stop hem eerst.",
                $"The store {inUse.Folder} is in use by {inUse.Holder}. "
                + "Use the API of that server, or stop it first."));
            return ExitCode.Store;
        }
        catch (StoreUnavailableException unavailable)
        {
            CommandLine.Complain(CommandLine.Say(
                $"De opslag neemt niets aan ({unavailable.Fault}). Wat al ontvangen was, is bewaard.",
                $"The store takes nothing in ({unavailable.Fault}). What was received is kept."));
            return ExitCode.Store;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or InvalidDataException)
        {
            CommandLine.Complain(CommandLine.Say(
                $"De opslag, of een bestand dat erbij hoort, kan niet worden gebruikt: {exception.Message}",
                $"The store, or a file that belongs to it, cannot be used: {exception.Message}"));
            return ExitCode.Store;
        }
        catch (OperationCanceledException)
        {
            CommandLine
                .Complain(CommandLine.Say("Afgebroken. Wat klaar was, is bewaard.", "Stopped. What was done is kept."));
            return ExitCode.Findings;
        }
    }
}
