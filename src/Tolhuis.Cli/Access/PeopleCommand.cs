// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Kernel;

namespace Tolhuis.Cli.Access;

/// <summary>
/// <c>tolhuis people</c>: accounts of the portal for traders. The server must be stopped: a store has one writer. The
/// token of a trader can also be revoked on the page <c>/access/tokens</c> of a running server; that ends his access.
/// </summary>
internal static class PeopleCommand
{
    private static readonly Actor Operator = new(ActorKind.System, 0, "tolhuis people");

    public static Command Create(TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new Command("people", "Accounts of the portal. / Accounts van het portaal.")
        {
            TraderCommand(clock),
            CodeCommand(clock),
            RevokeCommand(clock),
        };
    }

    private static Command TraderCommand(TimeProvider time)
    {
        var name = new Option<string>("--name")
        {
            Description = "Name of the person. / Naam van de persoon.",
            Required = true,
        };
        var signInName = new Option<string>("--sign-in-name")
        {
            Description = "Name to sign in with. / Naam om mee aan te melden.",
            Required = true,
        };
        var eori = new Option<string>("--eori")
        {
            Description = "EORI number of his company. / EORI-nummer van zijn bedrijf.",
            Required = true,
        };
        var company = new Option<string?>("--company")
        {
            Description = "Name of his company, if it is new. / Naam van zijn bedrijf, als het nieuw is.",
        };
        var mandates = new Option<string[]>("--mandate")
        {
            Description = "EORI of others he acts for. / EORI van anderen voor wie hij handelt.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command(
            "trader", "Make an account; its one-time code is shown. / Een account maken; toont de eenmalige code.")
        {
            name, signInName, eori, company, mandates, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var own = Number(parsed.GetValue(eori)!);
            var others = parsed.GetValue(mandates)!.Select(Number).ToList();
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            var people = opened.Get<IPeople>();
            var (person, problems) = await people.CreateTrader(
                parsed.GetValue(signInName)!, parsed.GetValue(name)!, null,
                parsed.GetValue(company) ?? own.ToString(), own, others, Operator);
            return person is null
                ? opened.Refuse(problems, DutchTime.DateOf(time.GetUtcNow()))
                : Show(
                    person.SignInName, await people.IssueTraderCode(person.SignInName, Operator),
                    parsed.GetValue(json));
        });
        return command;
    }

    private static Command CodeCommand(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "Sign-in name. / Aanmeldnaam." };
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command(
            "code", "A new one-time code; the password ends. / Een nieuwe eenmalige code; het wachtwoord vervalt.")
        {
            name, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            var signInName = parsed.GetValue(name)!;
            return await opened.Get<IPeople>().IssueTraderCode(signInName, Operator) is { } code
                ? Show(signInName, code, parsed.GetValue(json))
                : throw Unknown(signInName);
        });
        return command;
    }

    private static Command RevokeCommand(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "Sign-in name. / Aanmeldnaam." };
        var store = CommandLine.StoreOption();
        var command = new Command("revoke", "End the account of a trader. / Het account van een handelaar beëindigen.")
        {
            name, store,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            if (await opened.Get<IPeople>().EndTrader(parsed.GetValue(name)!, Operator))
                return ExitCode.Done;
            throw Unknown(parsed.GetValue(name)!);
        });
        return command;
    }

    private static CommandRefusedException Unknown(string signInName) => new(CommandLine.Say(
        $"Er is geen handelaar {signInName} met een account.", $"There is no trader {signInName} with an account."));

    // A demo has no codes: there one chooses an account at sign-in.
    private static int Show(string signInName, string? code, bool isJson)
    {
        if (isJson)
            CommandLine.WriteJson(new { signInName, code });
        else if (code is not null)
            Console.Out.WriteLine(code);
        if (!isJson && code is not null)
        {
            CommandLine.Complain(CommandLine.Say(
                $"Geef deze code aan {signInName}. Hij werkt één keer, op /toegang/wachtwoord.",
                $"Give this code to {signInName}. It works once, at /toegang/wachtwoord."));
        }

        return ExitCode.Done;
    }

    // People paste numbers with blanks and in small letters.
    private static Eori Number(string text) =>
        Eori.TryParse(text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), out var eori, out _)
            ? eori
            : throw new CommandRefusedException(CommandLine.Say(
                $"\"{text}\" is geen EORI-nummer. Typ er een als NL001234567.",
                $"\"{text}\" is no EORI number. Type one like NL001234567."));
}
