// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Cli.Access;

/// <summary>
/// <c>tolhuis keys</c>: list, follow up and commit to the keys beside a store. Works on the folder of keys alone, so
/// also while a server runs; the server writes new keys in its audit trail within a minute. Never prints a secret.
/// </summary>
internal static class KeysCommand
{
    public static Command Create(TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new Command("keys", "The secret keys beside a store. / De geheime sleutels naast een opslag.")
        {
            ListCommand(clock),
            RotateCommand(clock),
            CommitmentCommand(clock),
        };
    }

    private static Command ListCommand(TimeProvider time)
    {
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command("list", "All keys, without their secrets. / Alle sleutels, zonder hun geheim.")
        {
            store, json,
        };
        command.SetAction(parsed =>
        {
            Print(Open(parsed.GetValue(store)!, time).List(), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command RotateCommand(TimeProvider time)
    {
        var kind = new Argument<KeyKind>("KIND") { Description = "draw, pseudonym, receipt, webhook, backup" };
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command(
            "rotate", "Make a key that follows the current one. / Een sleutel maken die de huidige opvolgt.")
        {
            kind, store, json,
        };
        command.SetAction(parsed =>
        {
            var row = Open(parsed.GetValue(store)!, time).Rotate(parsed.GetValue(kind));
            Print([row], parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CommitmentCommand(TimeProvider time)
    {
        var date = new Argument<string>("DATE") { Description = "2026-07-01" };
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command(
            "commitment",
            "The public hash of a day's sample key. / De openbare hash van de steekproefsleutel van een dag.")
        {
            date, store, json,
        };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(date)!;
            if (!DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new CommandRefusedException(CommandLine.Say(
                    $"\"{text}\" is geen datum als 2026-07-01.", $"\"{text}\" is no date like 2026-07-01."));
            }

            var commitment = Open(parsed.GetValue(store)!, time).DrawCommitment(day);
            if (parsed.GetValue(json))
                CommandLine.WriteJson(new { day, commitment });
            else
                Console.Out.WriteLine(commitment);
            return ExitCode.Done;
        });
        return command;
    }

    private static IKeys Open(string store, TimeProvider time)
    {
        OpenedStore.MustExist(store);
        return AccessModule.OpenKeys(AccessFolders.Beside(store).KeysFolder, time);
    }

    private static void Print(IReadOnlyList<KeyRow> rows, bool isJson)
    {
        if (isJson)
        {
            CommandLine.WriteJson(rows.Select(r => new
            {
                kind = Word(r.Kind),
                r.Id,
                createdAt = DutchTime.FromMicroseconds(r.CreatedAt),
                r.FromDay,
                r.Fingerprint,
                r.IsCurrent,
            }));
            return;
        }

        foreach (var row in rows)
        {
            var from = row.FromDay is { } day
                ? CommandLine.Say($"  geldt vanaf {day:yyyy-MM-dd}", $"  counts from {day:yyyy-MM-dd}") : "";
            var current = row.IsCurrent ? CommandLine.Say("  huidig", "  current") : "";
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Id,-14} {DutchTime.FromMicroseconds(row.CreatedAt):yyyy-MM-dd'T'HH:mm:ss'Z'}  "
                    + $"{row.Fingerprint}{from}{current}"));
        }
    }

    private static string Word(KeyKind kind) => kind.ToString().ToLowerInvariant();
}
