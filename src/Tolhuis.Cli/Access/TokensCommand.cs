// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Kernel;

namespace Tolhuis.Cli.Access;

/// <summary>
/// <c>tolhuis tokens</c>: the tokens by which programs lodge declarations. On a running store the same is done on the
/// page
/// <c>/access/tokens</c>.
/// </summary>
internal static class TokensCommand
{
    private static readonly Actor Operator = new(ActorKind.System, 0, "tolhuis tokens");

    public static Command Create(TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        return new Command("tokens", "Tokens of submitters. / Tokens van indieners.")
        {
            CreateCommand(clock),
            ListCommand(clock),
            RevokeCommand(clock),
        };
    }

    private static Command CreateCommand(TimeProvider time)
    {
        var submitter = new Option<string>("--submitter")
        {
            Description = "Name of the party that lodges. / Naam van de partij die indient.",
            Required = true,
        };
        var eori = new Option<string>("--eori")
        {
            Description = "Its own EORI number. / Het eigen EORI-nummer.",
            DefaultValueFactory = _ => "",
        };
        var mandates = new Option<string[]>("--mandate")
        {
            Description = "EORI it may lodge for; * for everyone. / EORI waarvoor het mag indienen; * voor iedereen.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var label = new Option<string>("--label")
        {
            Description = "What the token is for. / Waar het token voor is.",
            DefaultValueFactory = _ => "",
        };
        var until = new Option<DateOnly?>("--until")
        {
            Description = "First day it no longer works. / Eerste dag waarop het niet meer werkt.",
        };
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command =
            new Command("create", "Make a token; its secret is shown once. / Een token maken; eenmaal getoond.")
        {
            submitter, eori, mandates, label, until, store, json,
        };
        command.SetAction((parsed, _) => Make(
            parsed.GetValue(store)!,
            new TokenRequest(
                parsed.GetValue(submitter)!, parsed.GetValue(eori)!, parsed.GetValue(mandates)!, TokenScopes.All,
                parsed.GetValue(label)!, null, parsed.GetValue(until)),
            parsed.GetValue(json),
            time));
        return command;
    }

    private static Command ListCommand(TimeProvider time)
    {
        var (store, json) = (CommandLine.StoreOption(), CommandLine.JsonOption());
        var command = new Command("list", "The newest 1,000 tokens. / De nieuwste 1000 tokens.") { store, json };
        command.SetAction(async (parsed, _) =>
        {
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            var today = DutchTime.DateOf(time.GetUtcNow());
            var answers = opened.Get<ITokens>().List(1_000).Select(row => TokenAnswer.Of(row, today)).ToList();
            if (parsed.GetValue(json))
                CommandLine.WriteJson(answers);
            else
                answers.ForEach(a => Console.Out.WriteLine(a.Line()));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command RevokeCommand(TimeProvider time)
    {
        var id = new Argument<long>("ID") { Description = "Number in tokens list. / Nummer in tokens list." };
        var store = CommandLine.StoreOption();
        var command = new Command("revoke", "Refuse a token from now on. / Een token vanaf nu weigeren.") { id, store };
        command.SetAction(async (parsed, _) =>
        {
            await using var opened = await OpenedStore.OpenExisting(parsed.GetValue(store)!, time);
            if (await opened.Get<ITokens>().Revoke(parsed.GetValue(id), Operator))
                return ExitCode.Done;
            throw new CommandRefusedException(CommandLine.Say(
                $"Er is geen bruikbaar token {parsed.GetValue(id)}.",
                $"There is no usable token {parsed.GetValue(id)}."));
        });
        return command;
    }

    private static async Task<int> Make(string path, TokenRequest request, bool isJson, TimeProvider time)
    {
        await using var opened = await OpenedStore.OpenExisting(path, time);
        var (token, problems) = await opened.Get<ITokens>().Create(request, Operator);
        if (token is null)
            return opened.Refuse(problems, DutchTime.DateOf(time.GetUtcNow()));
        if (isJson)
        {
            CommandLine.WriteJson(new
            {
                token.Id,
                token = token.Secret,
                submitterId = token.Submitter.Id,
                submitter = token.Submitter.Name,
                mandates = token.Submitter.Mandates.Select(TokenAnswer.Word),
            });
        }
        else
        {
            Console.Out.WriteLine(token.Secret);
            CommandLine.Complain(CommandLine.Say(
                "Bewaar het token nu: het wordt maar één keer getoond.",
                "Keep the token now: it is shown only once."));
        }

        return ExitCode.Done;
    }

    /// <summary>A token as it is listed.</summary>
    private sealed record TokenAnswer(
        long Id, string Prefix, string Submitter, string Eori, string Label, string State,
        IReadOnlyList<string> Mandates,
        DateOnly? Until, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
    {
        public static TokenAnswer Of(TokenRow row, DateOnly today)
        {
            var state = row.RevokedAt is not null ? "revoked" : row.IsUsable(today) ? "usable" : "ended";
            return new TokenAnswer(
                row.Id, row.Prefix, row.Submitter, row.Eori, row.Label, state, [.. row.Mandates.Select(Word)],
                row.Until,
                DutchTime.FromMicroseconds(row.CreatedAt),
                row.LastUsedAt is { } at ? DutchTime.FromMicroseconds(at) : null);
        }

        public static string Word(Mandate mandate) => mandate.Declarant?.ToString() ?? "*";

        public string Line() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Id,6}  {Prefix}…  {State,-8} {Submitter} {Eori} [{string.Join(' ', Mandates)}] {Label}");
    }
}
