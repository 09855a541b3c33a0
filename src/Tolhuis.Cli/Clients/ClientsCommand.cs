// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Clients;

/// <summary><c>tolhuis clients</c>: what is agreed with declarants.</summary>
internal static class ClientsCommand
{
    private static readonly Actor Operator = new(ActorKind.System, 0, "tolhuis clients");

    public static Command Create(TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new Command("clients", "What is agreed with declarants. / Wat met aangevers is afgesproken.")
        {
            VersionCommand(clock),
            VersionsCommand(clock),
        };
    }

    private static Command VersionCommand(TimeProvider time)
    {
        var eori = new Argument<string>("EORI") { Description = "The declarant. / De aangever." };
        var version = new Argument<int>("VERSION")
        {
            Description = "Major version of the message model, e.g. 7. / Hoofdversie van het berichtmodel.",
        };
        var from = new Option<DateOnly>("--from")
        {
            Description = "First day it holds. / Eerste dag waarop het geldt.",
            Required = true,
        };
        var store = CommandLine.StoreOption();
        var command = new Command(
            "version",
            "Agree which message version a declarant sends. / Afspreken welke berichtversie een aangever stuurt.")
        {
            eori, version, from, store,
        };
        command.SetAction((parsed, _) => Agree(
            parsed.GetValue(store)!, parsed.GetValue(eori)!, parsed.GetValue(version), parsed.GetValue(from), time));
        return command;
    }

    private static Command VersionsCommand(TimeProvider time)
    {
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command("versions", "All agreements on message versions. / Alle afspraken over versies.")
        {
            store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            var all = opened.Get<IAgreeVersions>().All;
            if (parsed.GetValue(json))
            {
                CommandLine.WriteJson(all.Select(a => new { eori = a.Declarant.ToString(), a.Version, a.From }));
                return ExitCode.Done;
            }

            foreach (var agreement in all)
            {
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{agreement.Declarant,-17}  {agreement.Version}  {agreement.From:yyyy-MM-dd}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> Agree(string path, string text, int version, DateOnly from, TimeProvider time)
    {
        if (!Eori.TryParse(text.AsSpan(), out var eori, out _))
        {
            throw new CommandRefusedException(CommandLine.Say(
                $"\"{text}\" is geen EORI-nummer: twee letters van een land en 1 tot 15 tekens.",
                $"\"{text}\" is no EORI number: two letters of a country and 1 to 15 characters."));
        }

        await using var opened = await OpenedStore.OpenExisting(path, time);
        var taken = opened.Get<ITariff>().Current.On(from).Rows("declarations.message_versions")
            .Select(row => row["version"]).Order(StringComparer.Ordinal).ToList();
        if (!taken.Contains(version.ToString(CultureInfo.InvariantCulture)))
        {
            throw new CommandRefusedException(CommandLine.Say(
                $"Op {from:yyyy-MM-dd} kan versie {version} niet; wel: {string.Join(", ", taken)}.",
                $"On {from:yyyy-MM-dd} version {version} is not taken; only: {string.Join(", ", taken)}."));
        }

        await opened.Get<IAgreeVersions>().Agree(
            new VersionAgreement(eori, version, from), Operator, time.NowMicroseconds());
        return ExitCode.Done;
    }
}
