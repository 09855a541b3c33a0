// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Contract;

/// <summary>What would be decided on a message on some day. Nothing of it is kept, and no sample is drawn.</summary>
/// <param name="Law">The law it was decided with.</param>
/// <param name="Steps">How the amounts came about; empty if it is rejected.</param>
/// <param name="ValueCents">Euro cents, as are duty and VAT; what a person must determine is not in them.</param>
public sealed record DryDecision(
    LawOfTheDay Law, MessageAnswer Answer, IReadOnlyList<CalculationStep> Steps, long ValueCents, long DutyCents,
    long VatCents);

/// <summary>Decides without a store, by the same road of reading, checking and calculating as the real one.</summary>
public interface IDryDecisions
{
    /// <param name="message">One message of at most <see cref="IntakeBounds.MessageBytes"/>.</param>
    /// <param name="day">Day of receipt; its law is that of the present edition.</param>
    DryDecision Decide(ReadOnlyMemory<byte> message, DateOnly day);
}
