// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Intake.Contract;

/// <summary>What a consignee may know of his parcel.</summary>
/// <param name="State">Where its declaration stands.</param>
/// <param name="IsControlTold">A control was announced to the declarant, so that it is no secret.</param>
/// <param name="IsVatPaidToShop">All goods were sold with the VAT paid to the shop (IOSS).</param>
/// <param name="Amounts">In euro cents; null until the goods are released: before that nothing is certain.</param>
public sealed record FoundParcel(
    DeclarationState State,
    bool IsControlTold,
    bool IsVatPaidToShop,
    DateOnly ReceivedOn,
    DateOnly? LapsesOn,
    ParcelAmounts? Amounts)
{
    /// <summary>
    /// Last day on which the declarant may answer what customs asked him; null if nothing is asked or it has passed.
    /// </summary>
    public DateOnly? AskedUntil { get; init; }
}

/// <summary>Amounts of a released parcel.</summary>
/// <param name="IsFlatDuty">The duty is an amount per kind of goods and not a share of the value.</param>
/// <param name="RepaymentYears">How long what was paid too much can be asked back (UCC 121); 0 if the law does not
/// say.</param>
public sealed record ParcelAmounts(
    long ValueCents, long DutyCents, long VatCents, bool IsFlatDuty, int RepaymentYears);

/// <summary>The parcel of a consignee, by what only he and the sender know together.</summary>
public interface IParcels
{
    /// <summary>
    /// Looks up the newest declaration of a parcel. Anything that does not fit gives the same answer: nothing.
    /// </summary>
    /// <param name="number">Transport document number or MRN, as typed.</param>
    /// <param name="postcode">Of the consignee, as typed.</param>
    FoundParcel? Find(string number, string postcode);
}
