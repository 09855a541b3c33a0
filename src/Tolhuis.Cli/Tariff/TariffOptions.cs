// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Cli.Platform;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>The options all questions to the tariff share, and how a question finds its law.</summary>
internal sealed class TariffOptions(
    Func<string, ITariff>? openStore, Func<string, ILawDrafts>? openDrafts, TimeProvider time)
{
    private readonly Option<string> _on = new("--on")
    {
        Description = "Date of the law, yyyy-mm-dd; today in the Netherlands if not given",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<int> _edition = new("--edition")
    {
        Description = "Number of the edition; the one in use if not given",
    };

    public Option<string> LanguageOption { get; } = Text("--language", "nl or en", CommandLine.Language);

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON" };

    public Option<string> Store { get; } = new("--store")
    {
        Description = "Folder or connection string of a store; without it the law that comes with the program",
        DefaultValueFactory = _ => "",
    };

    /// <summary>An option that is text, with a default.</summary>
    public static Option<string> Text(string name, string description, string byDefault) =>
        new(name) { Description = description, DefaultValueFactory = _ => byDefault };

    /// <summary>A command with the options of a question.</summary>
    public Command Asking(string name, string description) => new(name, description)
    {
        _on, _edition, LanguageOption, Json, Store,
    };

    public int Answer(ParseResult parsed, Func<LawOfTheDay, TariffAnswer, int> answerTo) =>
        AnswerOfEdition(parsed, (edition, day, answer) => answerTo(edition.On(day), answer));

    /// <summary>As <see cref="Answer"/>, for a question that also looks beyond the day.</summary>
    public int AnswerOfEdition(ParseResult parsed, Func<LawEdition, DateOnly, TariffAnswer, int> answerTo)
    {
        var answer = AnswerFor(parsed);
        if (answer.Language is not ("nl" or "en"))
            return answer.Wrong($"\"{answer.Language}\" is not nl or en.");
        var day = DutchTime.DateOf(time.GetUtcNow());
        if (parsed.GetValue(_on) is { Length: > 0 } text
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return answer.Wrong($"\"{text}\" is not a date (yyyy-mm-dd).");
        if (!TryOpen(parsed, answer, out var tariff))
            return TariffCommand.WrongQuestion;
        var number = parsed.GetValue(_edition);
        var edition = (tariff, number) switch
        {
            (_, 0) => tariff?.Current ?? LawEdition.BuiltIn,
            (null, 1) => LawEdition.BuiltIn,
            _ => tariff?.Edition(number),
        };
        return edition is null
            ? answer.Refuse($"Er is geen editie {number}.", $"There is no edition {number}.")
            : answerTo(edition, day, answer);
    }

    public TariffAnswer AnswerFor(ParseResult parsed) => new(
        parsed.InvocationConfiguration.Output,
        parsed.InvocationConfiguration.Error,
        parsed.GetValue(Json),
        parsed.GetValue(LanguageOption) is { Length: > 0 } language ? language : CommandLine.Language);

    /// <summary>
    /// The editions of the store named; null without a store. False if a store is named that cannot be opened here.
    /// </summary>
    public bool TryOpen(ParseResult parsed, TariffAnswer answer, out ITariff? tariff)
    {
        tariff = null;
        if (parsed.GetValue(Store) is not { Length: > 0 } store)
            return true;
        tariff = openStore?.Invoke(store);
        if (tariff is null)
            answer.Wrong("This program was started without the means to open a store.");
        return tariff is not null;
    }

    /// <summary>The drafts of the store named; false, with a reason, without a store.</summary>
    public bool TryOpenDrafts(ParseResult parsed, TariffAnswer answer, out ILawDrafts? drafts)
    {
        drafts = null;
        if (answer.Language is not ("nl" or "en"))
            answer.Wrong($"\"{answer.Language}\" is not nl or en.");
        else if (parsed.GetValue(Store) is not { Length: > 0 } store)
            answer.Wrong("Noem de opslag met --store.", "Name the store with --store.");
        else if ((drafts = openDrafts?.Invoke(store)) is null)
            answer.Wrong("This program was started without the means to open a store.");
        return drafts is not null;
    }
}
