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
            var prepared = Complete(read, submitter, receivedAt, law, hash, keepRaw ? message : default, waiter);
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
        ReadOnlyMemory<byte> raw,
        TaskCompletionSource<MessageAnswer>? waiter)
    {
        var problems = read.Problems;
        var declaration = read.Declaration;
        var missing = declaration is null ? null : MandateProblem(declaration, submitter, law);
        if (missing is not null)
        {
            problems = [.. problems, missing];
            declaration = null;
        }

        LineTax[] taxes = [];
        Assessment? assessment = null;
        if (declaration is not null)
        {
            taxes = new LineTax[declaration.Lines.Count];
            TariffCalculator.Calculate(Taxable.From(declaration), law, taxes);
            assessment = Assessment.Of(declaration, law, law.Day, _drawKeyOf(law.Day));
        }

        return new PreparedMessage
        {
            Submitter = submitter,
            ReceivedAt = receivedAt,
            ReceivedOn = law.Day,
            Law = law,
            ContentHash = hash,
            Checked = read,
            Problems = problems,
            IsRejected = declaration is null,
            LacksMandate = missing is not null,
            Taxes = taxes,
            Assessment = assessment,
            Raw = raw,
            Waiter = waiter,
        };
    }

    private static Problem? MandateProblem(Declaration declaration, Submitter submitter, LawOfTheDay law)
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
                "/Declaration/Declarant/ID",
                declaration.Declarant.Id?.ToString() ?? declaration.Declarant.Name,
                submitter.Name);
    }
}
