// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Cli.Platform;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Cli.Intake;

/// <summary><c>tolhuis intake PATH...</c>: reads files or folders into a store, or only checks them.</summary>
internal static class IntakeCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files (XML, JSON or zip) or folders. / Bestanden (XML, JSON of zip) of mappen.",
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>(
            "--dry-run")
        { Description = "Check only; needs no store. / Alleen controleren; geen opslag nodig." };
        var receipts = new Option<string?>("--receipts")
        {
            Description = "File that gets one JSON line per message. / Bestand met één JSON-regel per bericht.",
        };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "Stated instant of receipt, for a dry run or a demo store; Dutch time without an offset. / "
                + "Opgegeven moment van ontvangst, alleen bij --dry-run of een demo-opslag; zonder verschil met UTC: "
                + "Nederlandse tijd.",
            CustomParser = result => ParseInstant(result.Tokens[0].Value) ?? Refuse(result),
        };
        var store = CommandLine.StoreOption();
        var json = CommandLine.JsonOption();
        var command = new Command("intake", "Read declarations from files. / Aangiften inlezen uit bestanden.")
        {
            paths, dryRun, receipts, at, store, json,
        };
        command.SetAction((result, stop) => Run(
            new IntakeRequest(
                result.GetValue(paths)!, result.GetValue(dryRun), result.GetValue(receipts), result.GetValue(at),
                result.GetValue(store)!, result.GetValue(json)),
            stop));
        return command;
    }

    // Without an offset, a time is that of the Dutch clock: it decides which day's law applies.
    private static DateTimeOffset? ParseInstant(string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParse(text, invariant, DateTimeStyles.RoundtripKind, out var clock)
            && clock.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(clock, DutchTime.Zone.GetUtcOffset(clock));
        return DateTimeOffset.TryParse(text, invariant, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
    }

    private static DateTimeOffset? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--at: '{result.Tokens[0].Value}' is not an instant such as 2026-06-30T23:30:00+02:00.");
        return null;
    }

    private static async Task<int> Run(IntakeRequest request, CancellationToken stop)
    {
        if (request.Paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            CommandLine.Complain(CommandLine.Say($"{missing} bestaat niet.", $"{missing} does not exist."));
            return ExitCode.Usage;
        }

        var files = SourceFolder.FilesOf(request.Paths);
        await using var receipts = new Receipts(request.Receipts, isForPeople: !request.IsJson);
        try
        {
            var counts = request.IsDryRun
                ? DryRun.Check(files, request.At ?? TimeProvider.System.GetUtcNow(), receipts)
                : await IntoStore(files, request, receipts, stop);
            receipts.Show();
            Print(counts, request.IsJson);
            return ExitCode.Done;
        }
        catch (StoreInUseException exception)
        {
            CommandLine.Complain(CommandLine.Say(
                $"De opslag {exception.Folder} is in gebruik door {exception.Holder}. "
                + "Stuur de bestanden naar de API van die server, of stop hem eerst.",
                $"The store {exception.Folder} is in use by {exception.Holder}. "
                + "Send the files to the API of that server, or stop it first."));
            return ExitCode.Store;
        }
        catch (StoreUnavailableException exception)
        {
            CommandLine.Complain(CommandLine.Say(
                $"De opslag neemt niets aan: {exception.Fault}. Wat al ontvangen was, is bewaard.",
                $"The store takes nothing: {exception.Fault}. What was received is kept."));
            return ExitCode.Store;
        }
    }

    private static async Task<IntakeCounts> IntoStore(
        IReadOnlyList<string> files, IntakeRequest request, Receipts receipts, CancellationToken stop)
    {
        if (request.At is not null && !(StoreFolder.Exists(request.Store) && StoreFolder.IsDemoStore(request.Store)))
            throw new CommandRefusedException(CommandLine.Say(
                "--at mag alleen bij --dry-run of een demo-opslag.", "--at is only for --dry-run or a demo store."));
        await using var opened = await OpenedStore.Open(request.Store, TimeProvider.System);
        var stated = request.At is { } at ? DutchTime.ToMicroseconds(at) : (long?)null;
        var counts = default(IntakeCounts);
        await CommandLine.WithProgress("intake", async report =>
        {
            counts = await StoreIntake.Run(opened, files, stated, receipts, report, stop);
        });
        return counts;
    }

    internal static void Print(in IntakeCounts counts, bool isJson)
    {
        if (isJson)
        {
            CommandLine.WriteJson(CountsAnswer.From(counts));
            return;
        }

        Console.Out.WriteLine(CommandLine.Say(
            $"{counts.Files} bestanden, {counts.Messages} berichten: {counts.Accepted} aanvaard, "
            + $"{counts.Rejected} afgewezen, {counts.Unreadable} onleesbaar, "
            + $"{counts.Duplicates} dubbel, {counts.Quarantined} apart gezet.",
            $"{counts.Files} files, {counts.Messages} messages: {counts.Accepted} accepted, "
            + $"{counts.Rejected} rejected, {counts.Unreadable} unreadable, "
            + $"{counts.Duplicates} duplicates, {counts.Quarantined} quarantined."));
        Console.Out.WriteLine(CommandLine.Say(
            $"{counts.Lines} regels: {counts.Released} vrijgegeven, {counts.Selected} geselecteerd voor controle, "
            + $"{counts.Undecided} nog te beslissen.",
            $"{counts.Lines} lines: {counts.Released} released, {counts.Selected} selected for control, "
            + $"{counts.Undecided} undecided."));
    }

    private sealed record IntakeRequest(
        string[] Paths, bool IsDryRun, string? Receipts, DateTimeOffset? At, string Store, bool IsJson);
}
