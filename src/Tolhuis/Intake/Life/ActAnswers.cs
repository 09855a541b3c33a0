// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>Refusals of acts.</summary>
internal static class ActAnswers
{
    /// <summary>Characters that a reason, a ground, a view or a note has at most.</summary>
    public const int MaxText = 2_000;

    public static ActAnswer WrongState(StandingDeclaration declaration, LawOfTheDay law) => Refused(
        declaration, law, IntakeProblems.ActState, declaration.Mrn.ToString());

    /// <summary>A reason is missing or longer than <see cref="MaxText"/>.</summary>
    public static ActAnswer WithoutReason(StandingDeclaration declaration, LawOfTheDay law) => Refused(
        declaration, law, IntakeProblems.ActReason, DecisionRows.TextOf(MaxText));

    /// <summary>Another person has the task of the declaration.</summary>
    public static ActAnswer NotTaken(StandingDeclaration declaration, LawOfTheDay law) => Refused(
        declaration, law, IntakeProblems.ControlNotTaken, declaration.Mrn.ToString());

    public static ActAnswer Refused(
        StandingDeclaration? declaration, LawOfTheDay law, string code, params string[] arguments) =>
        new(declaration?.State, [Problems.Of(law, code, arguments)]);
}
