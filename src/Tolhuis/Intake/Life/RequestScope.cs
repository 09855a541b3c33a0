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

    public Problem Problem(string code, params string[] arguments) => Life.Problems.Of(Law, code, arguments);
}

/// <summary>What became of a message about a declaration.</summary>
internal sealed record Verdict(
    MessageKind Kind, RequestState State, IReadOnlyList<Problem> Problems, int VersionMade = 0)
{
    public static Verdict Refuse(MessageKind kind, params IReadOnlyList<Problem> problems) =>
        new(kind, RequestState.Rejected, problems);
}

/// <summary>Problems of requests: they are about the message as a whole.</summary>
internal static class Problems
{
    public static Problem Of(LawOfTheDay law, string code, params string[] arguments) =>
        ProblemCatalogue.Of(law).Make(code, law.Day, "", "/Declaration/ID", arguments);
}
