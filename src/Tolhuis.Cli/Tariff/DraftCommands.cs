// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>
/// The next edition in the making: load files into a draft, look at it, publish or withdraw it. On a running store the
/// same is done on the page <c>/tariff/drafts</c>.
/// </summary>
internal static class DraftCommands
{
    private static readonly Actor Operator = new(ActorKind.System, 0, "tolhuis tariff");

    public static Command Load(TariffOptions options)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = string.Join(", ", ILawDrafts.Kinds) + ", or the name of a table as tariff.settings",
        };
        var file = new Argument<string>("FILE") { Description = "CSV or JSON in UTF-8" };
        var from = TariffOptions.Text("--from", "First day it changes anything, yyyy-mm-dd; today if not given", "");
        var ground = TariffOptions.Text("--ground", "Legal ground of the rows; that of the kind if not given", "");
        var draft = new Option<int?>("--draft") { Description = "Draft to load into; a new one if not given" };
        var partial = new Option<bool>("--partial") { Description = "What the file does not name stays" };
        var complete = new Option<bool>("--complete") { Description = "What the file does not name ends" };
        var command = new Command("load", "Load a file into a draft of the next edition")
        {
            kind, file, from, ground, draft, partial, complete, options.Store, options.LanguageOption, options.Json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var answer = options.AnswerFor(parsed);
            DateOnly? day = null;
            if (parsed.GetValue(from) is { Length: > 0 } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var parsedDay))
                    return answer.Wrong(
                        $"\"{text}\" is geen dag (jjjj-mm-dd).", $"\"{text}\" is not a date (yyyy-mm-dd).");
                day = parsedDay;
            }

            if (parsed.GetValue(partial) && parsed.GetValue(complete))
                return answer.Wrong(
                    "Kies --partial of --complete, niet allebei.", "Choose --partial or --complete, not both.");
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
                return answer.Wrong($"Er is geen bestand \"{path}\".", $"There is no file \"{path}\".");
            var bytes = new FileInfo(path).Length;
            if (bytes > ILawDrafts.MaxFileBytes)
                return answer.Wrong(
                    $"{path} heeft {bytes} bytes, hoogstens {ILawDrafts.MaxFileBytes}.",
                    $"{path} has {bytes} bytes, at most {ILawDrafts.MaxFileBytes}.");
            if (!options.TryOpenDrafts(parsed, answer, out var drafts))
                return TariffCommand.WrongQuestion;
            bool? isComplete = parsed.GetValue(complete) ? true : parsed.GetValue(partial) ? false : null;
            var outcome = await drafts!.Load(
                new LoadRequest(
                    parsed.GetValue(kind)!, path, await File.ReadAllBytesAsync(path, CancellationToken.None), day,
                    parsed.GetValue(ground)!, isComplete, parsed.GetValue(draft)),
                Operator);
            return outcome.Draft is { } made
                ? answer.GiveWithRows(LoadAnswer.Of(made, outcome), outcome.Changes)
                : answer.GiveProblems(outcome.Problems);
        });
        return command;
    }

    public static Command Drafts(TariffOptions options)
    {
        var command = new Command("drafts", "The newest 200 drafts of a store")
        {
            options.Store, options.LanguageOption, options.Json,
        };
        command.SetAction(parsed =>
        {
            var answer = options.AnswerFor(parsed);
            return options.TryOpenDrafts(parsed, answer, out var drafts)
                ? answer.Give([.. drafts!.List(200).Select(DraftAnswer.Of)])
                : TariffCommand.WrongQuestion;
        });
        return command;
    }

    public static Command Draft(TariffOptions options)
    {
        var number = new Argument<int>("N") { Description = "Number of the draft" };
        var command = new Command("draft", "One draft: what was loaded, what differs from the edition in use")
        {
            number, options.Store, options.LanguageOption, options.Json,
        };
        command.SetAction(parsed => options.AnswerFor(parsed) is var answer
            && options.TryOpenDrafts(parsed, answer, out var drafts)
                ? GiveCheck(answer, drafts!, parsed.GetValue(number), isCheck: false)
                : TariffCommand.WrongQuestion);
        return command;
    }

    public static Command Publish(TariffOptions options) => Closing(
        options, "publish", "Make a draft the next edition", (drafts, number, reason) =>
            drafts.Publish(number, null, reason, Operator));

    public static Command Withdraw(TariffOptions options) => Closing(
        options, "withdraw", "Give up a draft", (drafts, number, reason) => drafts.Withdraw(number, reason, Operator));

    /// <summary>Says whether a draft is fit; code 1 if it is not.</summary>
    public static int GiveCheck(TariffAnswer answer, ILawDrafts drafts, int number, bool isCheck)
    {
        if (drafts.Check(number) is not { } check)
            return answer.Refuse($"Er is geen ontwerp {number}.", $"There is no draft {number}.");
        var faults = check.Faults.Select(fault => fault.In(answer.Language)).ToList();
        if (check.Problem is { } problem)
            faults.Insert(0, answer.Sentence(problem));
        answer.GiveWithRows(
            CheckAnswer.Of(check, faults),
            isCheck ? [] : check.Differs.Keys.Select(KeyAnswer.Of).ToList());
        return isCheck && !check.IsFit ? TariffCommand.Refused : TariffCommand.Done;
    }

    private static Command Closing(
        TariffOptions options, string name, string description,
        Func<ILawDrafts, int, string, Task<DraftOutcome>> close)
    {
        var number = new Argument<int>("N") { Description = "Number of the draft" };
        var reason = new Option<string>("--reason") { Description = "Why, for the history", Required = true };
        var command = new Command(name, description)
        {
            number, reason, options.Store, options.LanguageOption, options.Json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var answer = options.AnswerFor(parsed);
            if (!options.TryOpenDrafts(parsed, answer, out var drafts))
                return TariffCommand.WrongQuestion;
            var outcome = await close(drafts!, parsed.GetValue(number), parsed.GetValue(reason)!);
            return outcome.Problem is { } problem
                ? answer.GiveProblems([problem])
                : answer.Give(DraftAnswer.Of(outcome.Draft!));
        });
        return command;
    }
}

internal sealed record LoadAnswer(
    int Draft, int Version, string Kind, string File, string Sha256, string From, int LeftOut,
    IReadOnlyList<TableChange> Changes)
{
    public static LoadAnswer Of(LawDraft draft, LoadOutcome outcome)
    {
        var load = draft.Loads[^1];
        return new LoadAnswer(
            draft.Number, draft.Version, load.Kind, load.FileName, load.Sha256,
            load.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), outcome.LeftOut, outcome.Changes);
    }
}

internal sealed record DraftAnswer(
    int Number, string State, int BasedOn, int Version, string MadeAt, string Files, string ClosedBy, string Reason,
    int? Edition)
{
    public static DraftAnswer Of(LawDraft draft) => new(
        draft.Number, draft.State.ToString().ToLowerInvariant(), draft.BasedOn, draft.Version,
        DutchTime.ToDutch(DutchTime.FromMicroseconds(draft.MadeAt))
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        string.Join(", ", draft.Loads.Select(load => $"{load.Kind}:{load.FileName}")),
        draft.ClosedBy?.Name ?? "", draft.Reason, draft.Edition);
}

internal sealed record CheckAnswer(
    int Draft, string State, int BasedOn, bool IsFit, string FirstDay, IReadOnlyList<TableChange> Tables,
    string Files, string Differences, string Fault, IReadOnlyList<string> Faults)
{
    public static CheckAnswer Of(DraftCheck check, IReadOnlyList<string> faults) => new(
        check.Draft.Number, check.Draft.State.ToString().ToLowerInvariant(), check.Draft.BasedOn, check.IsFit,
        check.FirstDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", check.Differs.Tables,
        string.Join(", ", check.Draft.Loads.Select(load => $"{load.Kind}:{load.FileName} {load.Sha256}")),
        string.Join(", ", check.Differs.Tables.Select(t => $"{t.Table} +{t.Added} ~{t.Changed} -{t.Ended}")),
        string.Join(" ", faults.Take(20)), faults);
}

internal sealed record KeyAnswer(string Table, string Key, string Difference, string Before, string After)
{
    public static KeyAnswer Of(KeyDifference key) => new(
        key.Table, key.Key, key.Kind.ToString().ToLowerInvariant(), string.Join(" ; ", key.Before),
        string.Join(" ; ", key.After));
}

internal sealed record ProblemAnswer(string Code, string Pointer, string Text);
