// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Contract;

/// <summary>Whether duty that was paid is to come back, or duty not yet paid is to be waived (UCC 5(28) and (29)).
/// </summary>
public enum ClaimKind : byte
{
    Repayment = 1,
    Remission = 2,
}

/// <summary>One tax in a claim.</summary>
/// <param name="TaxType">14 03 039: A00, B00 and so on.</param>
public readonly record struct ClaimedTax(string TaxType, long AmountCents);

/// <summary>A request for repayment or remission (UCC 116 to 123) in typed form.</summary>
/// <param name="LegalBasis">A overcharged (117), B defective goods (118), C error by customs (119), D equity (120), E
/// invalidated declaration (116(1), second subparagraph).</param>
/// <param name="Amount">Total asked, in the currency of the message.</param>
/// <param name="Grounds">The declarant's own words, at most 512 characters.</param>
public sealed record Claim(
    ClaimKind Kind, char LegalBasis, Money Amount, IReadOnlyList<ClaimedTax> Taxes, Eori? Holder, string Grounds);

/// <summary>
/// What a message about an earlier declaration asks: amendment, correction, invalidation, repayment or remission,
/// presentation, supplement. Its goods, where it has them, are in the declaration that stands beside it.
/// </summary>
/// <param name="Mrn">The declaration it is about; its form is right, whether it exists is for the decider.</param>
/// <param name="ReasonCode">Code of the reason as declared; empty for a presentation.</param>
/// <param name="ReasonText">The reason in words, at most 512 characters.</param>
/// <param name="Claim">With a request for repayment or remission, and with an invalidation that asks for one.</param>
public sealed record FollowUp(
    MessageKind Kind, Mrn Mrn, string ReasonCode, string ReasonText, Claim? Claim);
