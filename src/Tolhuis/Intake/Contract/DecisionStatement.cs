// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake.Contract;

/// <summary>That the goods were examined, in the words of who decides.</summary>
/// <param name="On">Day of the examination on the Dutch calendar; not in the future.</param>
/// <param name="Finding">What was found; at most 2,000 characters.</param>
public sealed record ExaminationStated(DateOnly On, string Finding);

/// <summary>What a person states with a decision on a request. Kept with the request and never told to the declarant.
/// </summary>
/// <param name="NoHearing">
/// Code of the list <c>hearing-not-needed</c>: why the declarant need not be heard before a denial (UCC 22(6)); empty
/// where he was.
/// </param>
/// <param name="Examination">Needed to grant an invalidation while control orders are open (UCC 174(1)).</param>
public sealed record DecisionStatement(string NoHearing = "", ExaminationStated? Examination = null)
{
    /// <summary>Nothing is stated.</summary>
    public static DecisionStatement None { get; } = new();
}
