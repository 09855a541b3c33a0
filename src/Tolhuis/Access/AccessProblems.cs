// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Access;

/// <summary>Every refusal of this module, in order of precedence. Sentences and severity: Law/problems.csv.</summary>
public static class AccessProblems
{
    public const string SignInLocked = "access.sign-in.locked";
    public const string SignInRefused = "access.sign-in.refused";
    public const string DemoRefused = "access.sign-in.demo-refused";
    public const string FirstTokenInvalid = "access.first-token.invalid";
    public const string TraderCodeInvalid = "access.trader.code-invalid";
    public const string TraderTooEarly = "access.trader.too-early";
    public const string SignInName = "access.person.sign-in-name";
    public const string SignInNameTaken = "access.person.sign-in-name-taken";
    public const string PersonName = "access.person.name";
    public const string PasswordTooShort = "access.password.too-short";
    public const string PasswordTooLong = "access.password.too-long";
    public const string SubmitterName = "access.submitter.name";
    public const string SubmitterEori = "access.submitter.eori";
    public const string MandateEori = "access.mandate.eori";
    public const string MandateNone = "access.mandate.none";
    public const string MandateTooMany = "access.mandate.too-many";
    public const string MandatePeriod = "access.mandate.period";
    public const string TokenScope = "access.token.scope";
}
