// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>What the road would answer, without a store: nothing is kept and no sample is drawn.</summary>
public sealed class DryCheck(Submitter submitter, long receivedAt, LawOfTheDay law)
{
    private readonly Preparation _preparation = new(_ => new byte[32]);
    private readonly Dictionary<(string Declarant, MessageKind Kind, string Key),
        (UInt128 Content, bool IsRejected)> _seen = [];
    private readonly HashSet<UInt128> _files = [];

    /// <summary>The messages of one file in its order, each with its name in the file and its answer.</summary>
    public IEnumerable<(string Entry, MessageAnswer Answer)> Check(string path)
    {
        var (bytes, notRead) = SourceFile.Read(path);
        if (bytes is null || bytes.Length > IntakeBounds.FileBytes)
        {
            yield return ("", Unreadable(bytes is null ? Make(notRead) : TooLarge()));
            yield break;
        }

        var (content, problem) = FileContent.Open(bytes);
        if (content is null)
        {
            yield return ("", Unreadable(problem!));
            yield break;
        }

        // The whole file came before: each of its messages has its answer already.
        var isRepeat = !_files.Add(Preparation.HashOf(bytes));
        var buffer = new byte[64 * 1024];
        for (var entry = 0; entry < content.Count; entry++)
        {
            var (read, broken) = content.Read(entry, ref buffer);
            var answer = broken is null ? Answer(buffer.AsMemory(0, read), isRepeat) : Unreadable(broken);
            yield return (content.EntryName(entry), isRepeat ? answer with { Outcome = MessageOutcome.Duplicate }
                : answer);
        }
    }

    /// <summary>One message with its amounts and how they come about.</summary>
    internal DryDecision Decide(ReadOnlyMemory<byte> message)
    {
        var prepared = _preparation.Prepare(message, submitter, receivedAt, law);
        var answer = Answer(prepared, isRepeat: false);
        if (answer.Outcome != MessageOutcome.Accepted || prepared.Checked.Declaration is not { } declaration)
            return new DryDecision(law, answer, [], 0, 0, 0);
        var sum = DecisionRows.Sum(prepared.Taxes);
        return new DryDecision(
            law, answer, TariffCalculator.Explain(Taxable.From(declaration, law), law), sum.Value, sum.Duty, sum.Vat);
    }

    private MessageAnswer Answer(ReadOnlyMemory<byte> message, bool isRepeat) =>
        Answer(_preparation.Prepare(message, submitter, receivedAt, law), isRepeat);

    private MessageAnswer Answer(PreparedMessage prepared, bool isRepeat)
    {
        if (prepared.Failure is not null)
            return Empty(MessageOutcome.Quarantined, prepared, [Make(IntakeProblems.MessageQuarantined)]);
        if (isRepeat || !prepared.Checked.IsReadable)
            return Empty(MessageOutcome.Unreadable, prepared, prepared.Problems);
        var read = prepared.Checked;
        var isAboutEarlier = DeclarationTypes.IsAboutEarlier(read.Kind);
        var key = (read.DeclarantText, read.Kind,
            isAboutEarlier ? $"{read.LrnText}{LrnRegister.Separator}{read.MrnText}" : read.LrnText);
        if (_seen.TryGetValue(key, out var earlier))
        {
            if (earlier.Content == prepared.ContentHash)
                return Empty(MessageOutcome.Duplicate, prepared, []);
            if (!earlier.IsRejected)
                return Empty(MessageOutcome.Rejected, prepared, [.. prepared.Problems, LrnInUse(read)]);
        }

        if (Lrn.TryParse(read.LrnText.AsSpan(), out _, out _))
            _seen[key] = (prepared.ContentHash, prepared.IsRejected);
        if (prepared.IsRejected)
            return Empty(MessageOutcome.Rejected, prepared, prepared.Problems);
        // Whether the declaration exists, and what its state allows, needs the store.
        if (isAboutEarlier || prepared.IsSupplement)
            return WithoutStore(prepared);
        return prepared.IsPrelodged
            ? Undecided(prepared, prepared.Problems) with { State = DeclarationState.Received }
            : Accept(prepared);
    }

    private MessageAnswer WithoutStore(PreparedMessage prepared)
    {
        var about = prepared.Checked.MrnText.Length > 0 ? prepared.Checked.MrnText : prepared.Checked.LrnText;
        return Undecided(prepared, [.. prepared.Problems, Make(IntakeProblems.RequestUnchecked, about)]);
    }

    private static MessageAnswer Undecided(PreparedMessage prepared, IReadOnlyList<Problem> problems) =>
        Empty(MessageOutcome.Accepted, prepared, problems) with
        {
            Lines = prepared.LineCount,
            Undecided = prepared.LineCount,
        };

    private static MessageAnswer Accept(PreparedMessage prepared)
    {
        var outcomes = new LineOutcome[prepared.LineCount];
        var state = LineDecision.Decide(prepared, prepared.Assessment!.WithoutSample(), outcomes, out _);
        var selected = outcomes.Count(outcome => outcome == LineOutcome.Selected);
        var released = outcomes.Count(outcome => outcome == LineOutcome.Released);
        return Empty(MessageOutcome.Accepted, prepared, prepared.Problems) with
        {
            State = state,
            Lines = outcomes.Length,
            Released = released,
            Selected = selected,
            Undecided = outcomes.Length - released - selected,
        };
    }

    private static MessageAnswer Empty(MessageOutcome outcome, PreparedMessage prepared,
        IReadOnlyList<Problem> problems) =>
        new(outcome, 0, default, prepared.Checked.LrnText, null, prepared.ReceivedAt, 0, 0, 0, 0, problems)
        {
            Kind = prepared.Checked.IsReadable ? prepared.Checked.Kind : MessageKind.NewDeclaration,
        };

    private MessageAnswer Unreadable(Problem problem) =>
        new(MessageOutcome.Unreadable, 0, default, "", null, receivedAt, 0, 0, 0, 0, [problem]);

    private Problem TooLarge() => Make(
        IntakeProblems.FileTooLarge, IntakeBounds.FileBytes
            .ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Problem LrnInUse(CheckedMessage message) => ProblemCatalogue.Of(law).Make(
        IntakeProblems.LrnInUse, law.Day, "12 09 001 000", message.LrnPointer, message.LrnText, "-");

    private Problem Make(string code, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, "", "", arguments);
}
