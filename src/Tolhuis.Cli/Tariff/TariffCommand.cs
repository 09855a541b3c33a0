// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>
/// <c>tolhuis tariff</c>: ask the law of a day and take over editions of it. Without a store it answers from the
/// edition that comes with the program. Exit codes: 0 done, 1 not found or refused, 2 a wrong question.
/// </summary>
public static class TariffCommand
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int WrongQuestion = 2;

    /// <param name="openStore">Opens the editions of a store (folder or connection string); null where the host has
    /// none.</param>
    /// <param name="time">Clock for "today"; null for that of the machine.</param>
    /// <param name="openDrafts">Opens the drafts of a store; null where the host has none.</param>
    public static Command Create(
        Func<string, ITariff>? openStore = null, TimeProvider? time = null, Func<string, ILawDrafts>? openDrafts = null)
    {
        var options = new TariffOptions(openStore, openDrafts, time ?? TimeProvider.System);
        var command = new Command(
            "tariff", "The law of the day: duty, VAT, exchange rates, restricted goods, code lists");
        command.Subcommands.Add(ShowCommand.Create(options));
        command.Subcommands.Add(RatesCommand(options));
        command.Subcommands.Add(ListsCommand(options));
        command.Subcommands.Add(CalculateCommand.Create(options));
        command.Subcommands.Add(EditionCommands.Editions(options));
        command.Subcommands.Add(EditionCommands.Check(options));
        command.Subcommands.Add(EditionCommands.Import(options));
        command.Subcommands.Add(DraftCommands.Load(options));
        command.Subcommands.Add(DraftCommands.Drafts(options));
        command.Subcommands.Add(DraftCommands.Draft(options));
        command.Subcommands.Add(DraftCommands.Publish(options));
        command.Subcommands.Add(DraftCommands.Withdraw(options));
        return command;
    }

    private static Command RatesCommand(TariffOptions options)
    {
        var command = options.Asking("rates", "Customs exchange rates of the day (2015/2447 art. 146)");
        command.SetAction(parsed => options.Answer(parsed, (law, answer) => answer.Give(
            [.. law.Rows("tariff.exchange_rates").Select(row => new RateAnswer(
                row["currency"], row["units_per_euro"], row["valid_from"], row["valid_until"], row["ground"]))])));
        return command;
    }

    private static Command ListsCommand(TariffOptions options)
    {
        var name = new Argument<string>("NAME")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Name of a code list",
        };
        var command = options.Asking("lists", "The code lists of the day, or the codes of one");
        command.Arguments.Add(name);
        command.SetAction(parsed => options.Answer(parsed, (law, answer) =>
        {
            if (parsed.GetValue(name) is not { Length: > 0 } list)
                return answer.Give([.. law.ListNames.Select(n => new ListAnswer(n, law.CodesOf(n).Count))]);
            if (!law.HasList(list))
                return answer.Refuse(string.Create(
                    CultureInfo.InvariantCulture, $"There is no list \"{list}\" on {law.Day:yyyy-MM-dd}."));
            return answer.Give([.. law.CodesOf(list).Select(row => new ListedCodeAnswer(
                row["code"], row.Text(answer.Language), row["valid_from"], row["valid_until"]))]);
        }));
        return command;
    }
}
