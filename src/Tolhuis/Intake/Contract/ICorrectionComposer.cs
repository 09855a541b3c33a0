// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Contract;

/// <summary>One particular of a goods item that can be corrected.</summary>
/// <param name="Declared">Its value in the notation of its kind; empty where it is not declared.</param>
public sealed record CorrectableParticular(ParticularKind Kind, string Declared);

/// <summary>A goods item of the message that stands, with what can be corrected in it.</summary>
/// <param name="Item">Number of the goods item, as declared (11 03).</param>
public sealed record CorrectableItem(int Item, IReadOnlyList<CorrectableParticular> Particulars);

/// <summary>Amounts of a whole declaration, in euro cents.</summary>
/// <param name="IsDetermined">False if a person must determine duty or VAT of a line; its amounts are not in these.
/// </param>
public sealed record CorrectionAmounts(long ValueCents, long DutyCents, long VatCents, bool IsDetermined);

/// <summary>A correction that was composed, and what would become of it. Nothing of it is kept.</summary>
/// <param name="Message">What to give to <see cref="IIntake.Lodge"/>; empty if it cannot be composed.</param>
/// <param name="Problems">Why it cannot be composed, or what the law that counts for the declaration says of its
/// content; at most 200.</param>
/// <param name="Before">Amounts as they stand. Whether the trader may know them is for the caller.</param>
/// <param name="After">Amounts once corrected; null if the message would be rejected.</param>
public sealed record ComposedCorrection(
    ReadOnlyMemory<byte> Message,
    IReadOnlyList<Problem> Problems,
    CorrectionAmounts Before,
    CorrectionAmounts? After)
{
    /// <summary>True if nothing in its content makes customs reject it. Whether the state of the declaration allows a
    /// correction is answered when it is lodged.</summary>
    public bool IsAcceptable => !Message.IsEmpty && After is not null;
}

/// <summary>
/// Makes the message by which a person corrects a declaration from the one that stands, in the shape in which it was
/// lodged (XML as in Denmark or the United Kingdom, or JSON), alone or in a file.
/// </summary>
public interface ICorrectionComposer
{
    /// <summary>Most particulars that one correction changes.</summary>
    const int MaxChanges = 1_000;

    /// <summary>
    /// The goods items of the message that stands, in its order, each with the particulars that its data set and its
    /// shape have; empty if the message is no longer kept.
    /// </summary>
    IReadOnlyList<CorrectableItem> Items(DeclarationRow declaration);

    /// <summary>
    /// Composes an amendment: the message that stands with only these particulars changed, or added where they were not
    /// declared, the totals that follow from them, its own number and the reason. It is checked and calculated by the
    /// law that counts for the declaration; nothing is kept. Lodging it is <see cref="IIntake.Lodge"/>.
    /// </summary>
    /// <param name="changes">New values; an empty one leaves out a particular that need not be declared.</param>
    /// <param name="lrn">Own number of the correction, not used before by the submitter.</param>
    /// <param name="reason">Why, in words for customs; 1 to 512 characters.</param>
    /// <param name="by">Who will lodge it.</param>
    ComposedCorrection Compose(
        DeclarationRow declaration, IReadOnlyList<Particular> changes, Lrn lrn, string reason, Submitter by);
}
