// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>Refusals of acts.</summary>
internal static class ActAnswers
{
    public static ActAnswer WrongState(StandingDeclaration declaration, LawOfTheDay law) => Refused(
        declaration, law, IntakeProblems.ActState, declaration.Mrn.ToString());

    public static ActAnswer Refused(
        StandingDeclaration? declaration, LawOfTheDay law, string code, params string[] arguments) =>
        new(declaration?.State, [Problems.Of(law, code, arguments)]);
}
