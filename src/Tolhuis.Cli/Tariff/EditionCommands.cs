// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>
/// Editions of the law: list, check and take over. A folder holds files <c>module.table.csv</c>; tables that it does
/// not hold stay as they are in the edition in use.
/// </summary>
internal static class EditionCommands
{
    private const long MaxFileBytes = 50_000_000;

    public static Command Editions(TariffOptions options)
    {
        var command = new Command("editions", "The editions of the law in a store") { options.Json, options.Store };
        command.SetAction(parsed =>
        {
            var answer = options.AnswerFor(parsed);
            if (!options.TryOpen(parsed, answer, out var tariff))
                return TariffCommand.WrongQuestion;
            IReadOnlyList<EditionRecord> records = tariff?.Editions()
                ?? [new EditionRecord(LawEdition.BuiltIn.Number, 0, "program", LawEdition.BuiltIn.Hash)];
            return answer.Give([.. records.Select(AnswerOf)]);
        });
        return command;
    }

    public static Command Check(TariffOptions options)
    {
        var folder = FolderArgument();
        folder.Description = "Folder with files module.table.csv, or the number of a draft";
        var command = new Command("check", "Check a draft, or the tables in a folder without recording them")
        {
            folder, options.Json, options.LanguageOption, options.Store,
        };
        command.SetAction(parsed =>
        {
            var answer = options.AnswerFor(parsed);
            if (int.TryParse(parsed.GetValue(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var draft)
                && !Directory.Exists(parsed.GetValue(folder)))
                return options.TryOpenDrafts(parsed, answer, out var drafts)
                    ? DraftCommands.GiveCheck(answer, drafts!, draft, isCheck: true)
                    : TariffCommand.WrongQuestion;
            if (!options.TryOpen(parsed, answer, out var tariff))
                return TariffCommand.WrongQuestion;
            if (!TryRead(parsed.GetValue(folder)!, tariff?.Current ?? LawEdition.BuiltIn, answer, out var edition))
                return TariffCommand.Refused;
            return GiveFaults(answer, LawEdition.FaultsOf(edition!));
        });
        return command;
    }

    public static Command Import(TariffOptions options)
    {
        var folder = FolderArgument();
        var command = new Command("import", "Take over the tables in a folder as the next edition")
        {
            folder, options.Json, options.Store,
        };
        command.SetAction(async (parsed, _) =>
        {
            var answer = options.AnswerFor(parsed);
            if (!options.TryOpen(parsed, answer, out var tariff))
                return TariffCommand.WrongQuestion;
            if (tariff is null)
                return answer.Wrong("Name the store that takes over the edition with --store.");
            if (!TryRead(parsed.GetValue(folder)!, tariff.Current, answer, out var edition))
                return TariffCommand.Refused;
            var outcome = await tariff.Import(edition!.ToBundle());
            if (outcome.Edition is null)
                return GiveFaults(answer, outcome.Faults);
            return answer.Give<EditionAnswer>([.. tariff.Editions()
                .Where(record => record.Number == outcome.Edition.Number).Select(AnswerOf)]);
        });
        return command;
    }

    private static Argument<string> FolderArgument() =>
        new("DIR") { Description = "Folder with files module.table.csv" };

    private static int GiveFaults(TariffAnswer answer, IReadOnlyList<LawFault> faults)
    {
        answer.Give<FaultAnswer>(
        [
            .. faults.Select(fault => new FaultAnswer(fault.Table, fault.WhatIn(answer.Language), fault.Row)),
        ]);
        return faults.Count == 0 ? TariffCommand.Done : TariffCommand.Refused;
    }

    private static bool TryRead(string folder, LawEdition basis, TariffAnswer answer, out LawEdition? edition)
    {
        edition = null;
        if (!Directory.Exists(folder))
        {
            answer.Wrong($"There is no folder \"{folder}\".");
            return false;
        }

        var files = new DirectoryInfo(folder).GetFiles("*.csv")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToArray();
        if (files.Length == 0 || files.Sum(file => file.Length) > MaxFileBytes)
        {
            answer.Wrong(
                $"The folder has no files of tables (module.table.csv), or more than {MaxFileBytes} bytes of them.");
            return false;
        }

        try
        {
            var tables = files.Select(file => LawEdition.ParseTable(
                Path.GetFileNameWithoutExtension(file.Name), File.ReadAllBytes(file.FullName))).ToArray();
            edition = basis.With(basis.Number + 1, tables);
            return true;
        }
        catch (InvalidDataException refusal)
        {
            answer.Refuse(refusal.Message);
            return false;
        }
    }

    private static EditionAnswer AnswerOf(EditionRecord record) => new(
        record.Number,
        record.Source,
        record.RecordedAt == 0
            ? ""
            : DutchTime.ToDutch(DutchTime.FromMicroseconds(record.RecordedAt))
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        record.Hash);
}
