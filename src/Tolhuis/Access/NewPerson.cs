// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Access;

/// <summary>What a new person must look like; every problem at once.</summary>
internal static class NewPerson
{
    public const int MaxName = 80;

    public static List<Problem> Check(string signInName, string name, string password, SignInPolicy policy)
    {
        var problems = new List<Problem>();
        if (!IsSignInName(signInName))
            problems.Add(
                new Problem(
                    AccessProblems.SignInName, Severity.Reject, Pointer: "/signInName", Arguments: [Cut(signInName)]));
        if (name.Trim().Length is 0 or > MaxName)
            problems.Add(
                new Problem(AccessProblems.PersonName, Severity.Reject, Pointer: "/name", Arguments: [Text(MaxName)]));
        problems.AddRange(CheckPassword(password, policy));
        return problems;
    }

    /// <summary>What a password must look like.</summary>
    public static List<Problem> CheckPassword(string password, SignInPolicy policy)
    {
        var problems = new List<Problem>();
        if (password.Length < policy.PasswordMinLength)
        {
            problems.Add(new Problem(
                AccessProblems.PasswordTooShort, Severity.Reject, Pointer: "/password",
                Arguments: [Text(password.Length), Text(policy.PasswordMinLength)]));
        }

        if (password.Length > SignInPolicy.PasswordMaxLength)
        {
            problems.Add(new Problem(
                AccessProblems.PasswordTooLong, Severity.Reject, Pointer: "/password",
                Arguments: [Text(SignInPolicy.PasswordMaxLength)]));
        }

        return problems;
    }

    /// <summary>What a new trader must look like.</summary>
    /// <param name="password">Null for an account without one: of a demo, or before its code is used.</param>
    public static List<Problem> CheckTrader(
        string signInName, string name, string? password, string company, int mandates, SignInPolicy policy)
    {
        var problems = Check(signInName, name, password ?? new string('x', policy.PasswordMinLength), policy);
        if (company.Trim().Length is 0 or > Tokens.MaxText)
        {
            problems.Add(new Problem(
                AccessProblems.SubmitterName, Severity.Reject, Pointer: "/company", Arguments: [Text(Tokens.MaxText)]));
        }

        if (mandates > Tokens.MaxMandates)
        {
            problems.Add(new Problem(
                AccessProblems.MandateTooMany, Severity.Reject, Pointer: "/mandates",
                Arguments: [Text(mandates), Text(Tokens.MaxMandates)]));
        }

        return problems;
    }

    public static Problem Taken(string signInName) => new(
        AccessProblems.SignInNameTaken, Severity.Reject, Pointer: "/signInName", Arguments: [Cut(signInName)]);

    private static bool IsSignInName(string name) =>
        name.Length is >= 3 and <= 32 && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
