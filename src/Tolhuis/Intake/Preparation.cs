// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// All pure work on one message, in the one order of the hot path: read and check (Declarations), calculate (Tariff),
/// assess
/// (Risk). No state, no store, no clock: the instant of receipt and the law of that day come in. Safe from any thread.
/// </summary>
internal sealed class Preparation
{
    private readonly ConcurrentBag<MessageChecker> _checkers = [];
    private readonly Func<DateOnly, byte[]> _drawKeyOf;
    private readonly IMessageVersions? _versions;

    /// <param name="drawKeyOf">Secret key of the sample for a day.</param>
    /// <param name="versions">Message versions agreed with declarants; without it that of the law holds.</param>
    public Preparation(Func<DateOnly, byte[]> drawKeyOf, IMessageVersions? versions = null)
    {
        _drawKeyOf = drawKeyOf;
        _versions = versions;
    }

    /// <summary>
    /// Prepares a message. What fails in it becomes part of the result: this never throws for any content.
    /// </summary>
    /// <param name="keepRaw">True for a single message, whose bytes the spool must get.</param>
    public PreparedMessage Prepare(
        ReadOnlyMemory<byte> message,
        Submitter submitter,
        long receivedAt,
        LawOfTheDay law,
        bool keepRaw = false,
        TaskCompletionSource<MessageAnswer>? waiter = null)
    {
        var hash = HashOf(message.Span);
        if (!_checkers.TryTake(out var checker))
            checker = new MessageChecker();
        try
        {
            var read = checker.Check(message, law, _versions);
            var prepared = Complete(
                read, submitter, receivedAt, law, hash, message.Length, keepRaw ? message : default, waiter);
            // Only after success: what a failure left in a checker must not meet the next message.
            _checkers.Add(checker);
            return prepared;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new PreparedMessage
            {
                Submitter = submitter,
                ReceivedAt = receivedAt,
                ReceivedOn = law.Day,
                Law = law,
                ContentHash = hash,
                Checked = new CheckedMessage { IsReadable = false },
                Failure = exception,
                Raw = keepRaw ? message : default,
                Waiter = waiter,
            };
        }
    }

    /// <summary>A message whose bytes could not be taken out of its file: unreadable, with the reason.</summary>
    public static PreparedMessage Unreadable(
        Submitter submitter, long receivedAt, LawOfTheDay law, Problem problem) => new()
        {
            Submitter = submitter,
            ReceivedAt = receivedAt,
            ReceivedOn = law.Day,
            Law = law,
            Checked = new CheckedMessage { IsReadable = false, Problems = [problem] },
            Problems = [problem],
            IsRejected = true,
        };

    public static UInt128 HashOf(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private PreparedMessage Complete(
        CheckedMessage read,
        Submitter submitter,
        long receivedAt,
        LawOfTheDay law,
        UInt128 hash,
        int bytes,
        ReadOnlyMemory<byte> raw,
        TaskCompletionSource<MessageAnswer>? waiter)
    {
        var problems = read.Problems;
        var declaration = read.Declaration;
        var missing = declaration is null ? null : MandateProblem(read, declaration, submitter, law);
        if (missing is not null)
        {
            problems = [.. problems, missing];
            declaration = null;
        }

        LineTax[] taxes = [];
        Assessment? assessment = null;
        // A supplement is weighed by the decider: its dates may be those of a declaration that only the store knows.
        if (declaration is not null && !DeclarationTypes.IsSupplementary(declaration.AdditionalType))
        {
            (taxes, var lacking) = Weigh(declaration, law);
            if (lacking.Count > 0)
                problems = [.. problems, .. lacking];
            // Of goods not yet presented nothing is drawn, selected or told.
            if (!DeclarationTypes.IsPrelodged(declaration.AdditionalType))
                assessment = Assessment.Of(declaration, law, law.Day, _drawKeyOf(law.Day));
        }

        return new PreparedMessage
        {
            Submitter = submitter,
            ReceivedAt = receivedAt,
            ReceivedOn = law.Day,
            Law = law,
            ContentHash = hash,
            Bytes = bytes,
            Checked = read,
            Problems = problems,
            IsRejected = (declaration is null && read.FollowUp is null) || IsRejecting(problems, read.Problems),
            LacksMandate = missing is not null,
            ParcelKey = declaration is null ? null : ParcelKey.Of(declaration),
            Taxes = taxes,
            Assessment = assessment,
            Raw = raw,
            Waiter = waiter,
        };
    }

    /// <summary>
    /// Reads the goods of a message as the content of a declaration that is decided on now: an amendment, a correction,
    /// a supplement, or a pre-lodged declaration whose goods are presented.
    /// </summary>
    /// <param name="by">The message that makes it be decided on.</param>
    /// <param name="law">Law of the day that the law names for the declaration.</param>
    /// <param name="decidedAs">11 02 as it is decided: A for a pre-lodged D once presented.</param>
    /// <param name="drawDay">Day whose key the draws are made with.</param>
    /// <param name="version">Version of the message model that the message is written in.</param>
    public PreparedMessage PrepareContent(
        ReadOnlyMemory<byte> message, PreparedMessage by, LawOfTheDay law, DataSet dataSet, char decidedAs,
        DateOnly drawDay, int version)
    {
        if (!_checkers.TryTake(out var checker))
            checker = new MessageChecker();
        var read = checker.CheckContent(message, law, dataSet, decidedAs, version);
        _checkers.Add(checker);
        var content = by with
        {
            Law = law,
            Checked = read,
            Problems = read.Problems,
            IsRejected = read.Declaration is null,
            ParcelKey = read.Declaration is { } goods ? ParcelKey.Of(goods) : null,
            Taxes = [],
            Assessment = null,
            Raw = default,
            Waiter = null,
        };
        if (read.Declaration is not { } declaration)
            return content;
        var (taxes, lacking) = Weigh(declaration, law);
        return content with
        {
            Problems = [.. read.Problems, .. lacking],
            IsRejected = lacking.Any(problem => problem.Severity == Severity.Reject),
            Taxes = taxes,
            Assessment = DeclarationTypes.IsPrelodged(decidedAs)
                ? null
                : DeclarationTypes.IsSupplementary(decidedAs)
                    ? Assessment.OfReleased(declaration.Lines.Count)
                    : Assessment.Of(declaration, law, drawDay, _drawKeyOf(drawDay)),
        };
    }

    /// <summary>
    /// What the lines owe, and which documents they lack, by the law of the day; of a supplement by the law of the day
    /// that each line declares. Nothing is owed or asked before presentation; of a simplified declaration the amounts
    /// come with its supplement, and so may its documents (UCC 166).
    /// </summary>
    public static (LineTax[] Taxes, IReadOnlyList<Problem> Lacking) Weigh(Declaration declaration, LawOfTheDay law)
    {
        var taxes = new LineTax[declaration.Lines.Count];
        if (DeclarationTypes.IsPrelodged(declaration.AdditionalType))
            return (taxes, []);
        if (DeclarationTypes.IsSupplementary(declaration.AdditionalType))
            return (taxes, SupplementDays.Calculate(declaration, law, taxes));
        var consignment = Taxable.From(declaration, law);
        TariffCalculator.Calculate(consignment, law, taxes);
        var lacking = MeasureDocuments.Missing(consignment, law);
        if (!DeclarationTypes.IsSimplified(declaration.AdditionalType, declaration.DataSet))
            return (taxes, lacking);
        foreach (ref var tax in taxes.AsSpan())
            tax = new LineTax(IsDetermined: true, tax.ValueEuroCents, 0, 0);
        // 12 03: a document that is lacking; a prohibition stands whatever the procedure.
        return (taxes, [.. lacking.Where(problem => problem.DataElement != "12 03 002 000")]);
    }

    /// <summary>What was found after reading rejects the message too.</summary>
    private static bool IsRejecting(IReadOnlyList<Problem> problems, IReadOnlyList<Problem> read)
    {
        for (var i = read.Count; i < problems.Count; i++)
        {
            if (problems[i].Severity == Severity.Reject)
                return true;
        }

        return false;
    }

    private static Problem? MandateProblem(
        CheckedMessage message, Declaration declaration, Submitter submitter, LawOfTheDay law)
    {
        var isCovered = declaration.Declarant.Id is { } declarant
            ? submitter.MayLodgeFor(declarant, law.Day)
            : submitter.IsHouse;
        return isCovered
            ? null
            : ProblemCatalogue.Of(law).Make(
                IntakeProblems.MandateMissing,
                law.Day,
                "13 05 017 000",
                message.DeclarantPointer,
                declaration.Declarant.Id?.ToString() ?? declaration.Declarant.Name,
                submitter.Name);
    }
}
