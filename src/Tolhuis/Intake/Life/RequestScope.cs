// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>A message about a declaration that stands, and its own number.</summary>
internal sealed record RequestScope(PreparedMessage Message, long RequestId, StandingDeclaration Declaration)
{
    public FollowUp Ask => Message.Checked.FollowUp!;

    public DateOnly Today => Message.ReceivedOn;

    public LawOfTheDay Law => Message.Law;

    public Problem Problem(string code, params string[] arguments) => Life.Problems.Of(Message, code, arguments);
}

/// <summary>What became of a message about a declaration.</summary>
internal sealed record Verdict(
    MessageKind Kind, RequestState State, IReadOnlyList<Problem> Problems, int VersionMade = 0)
{
    public static Verdict Refuse(MessageKind kind, params IReadOnlyList<Problem> problems) =>
        new(kind, RequestState.Rejected, problems);
}

/// <summary>Problems of requests and acts.</summary>
internal static class Problems
{
    /// <summary>Of a message: at the number of the declaration that it is about.</summary>
    public static Problem Of(PreparedMessage message, string code, params string[] arguments) =>
        ProblemCatalogue.Of(message.Law).Make(
            code, message.Law.Day, "", message.Checked.MrnPointer, arguments);

    /// <summary>Of an act of a person, which has no message.</summary>
    public static Problem Of(LawOfTheDay law, string code, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, "", "", arguments);
}
