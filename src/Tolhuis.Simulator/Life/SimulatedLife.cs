// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;

namespace Tolhuis.Simulator.Life;

/// <summary>A message that a declarant sends about an earlier declaration.</summary>
/// <param name="Kind">presentation, amendment, invalidation or repayment.</param>
/// <param name="After">How long after the first message he sends it.</param>
public sealed record SimulatedFollowUp(string Kind, TimeSpan After, string Lrn, ReadOnlyMemory<byte> Content);

/// <summary>What customs answered to a message that the simulation sent.</summary>
/// <param name="DutyCents">Duty as determined, in euro cents; with the VAT it bounds what is asked back.</param>
public sealed record AnsweredDeclaration(
    ReadOnlyMemory<byte> Xml, string Lrn, string Mrn, bool IsPrelodged, bool IsReleased, long DutyCents, long VatCents);

/// <summary>
/// What declarants do with a declaration once they have its number. Without number it cannot be spoken of, so
/// this comes after the answer, and not out of the stream of messages. What one declaration meets depends on its LRN
/// alone: the same traffic lives the same life.
/// </summary>
public static class SimulatedLife
{
    // Per million of the pre-lodged declarations.
    private const int NeverPresented = 30_000;
    private const int WithdrawnBefore = 10_000;
    private const int AmendedBefore = 40_000;

    // Per million of the released ones: a parcel comes back, a value turns out too high.
    private const int ReturnedAfter = 4_000;
    private const int AmendedAfter = 2_000;

    /// <summary>Messages about one declaration, in the order in which they are sent; none for nearly all of them.
    /// </summary>
    public static IReadOnlyList<SimulatedFollowUp> Of(AnsweredDeclaration declaration)
    {
        var chance = new ChanceStream(StableNumber.Of(declaration.Lrn), 9, 0);
        return declaration.IsPrelodged ? BeforePresentation(declaration, chance)
            : declaration.IsReleased ? AfterRelease(declaration, chance)
            : [];
    }

    private static List<SimulatedFollowUp> BeforePresentation(AnsweredDeclaration declaration, ChanceStream chance)
    {
        var (original, mrn) = (declaration.Xml, declaration.Mrn);
        var lot = chance.Below(1_000_000);
        var arrival = TimeSpan.FromMinutes(chance.Between(2 * 60, 5 * 24 * 60));
        if (lot < NeverPresented)
            return [];
        if (lot < NeverPresented + WithdrawnBefore)
        {
            var lrn = LrnOf(declaration, 'W');
            return
            [
                new("invalidation", arrival, lrn, FollowUpMessages.Invalidation(
                    original, mrn, lrn, "122", "Not loaded: the goods stay with the seller")),
            ];
        }

        var messages = new List<SimulatedFollowUp>();
        if (lot >= 1_000_000 - AmendedBefore)
        {
            var lrn = LrnOf(declaration, 'A');
            messages.Add(new("amendment", arrival / 2, lrn, FollowUpMessages.Amended(
                original, mrn, lrn, "5", "Price corrected by the seller", chance.Between(60, 98))));
        }

        var notice = LrnOf(declaration, 'P');
        messages.Add(new("presentation", arrival, notice, FollowUpMessages.Presentation(original, mrn, notice)));
        return messages;
    }

    private static List<SimulatedFollowUp> AfterRelease(AnsweredDeclaration declaration, ChanceStream chance)
    {
        var (original, mrn) = (declaration.Xml, declaration.Mrn);
        var lot = chance.Below(1_000_000);
        if (lot < ReturnedAfter)
        {
            var returned = TimeSpan.FromDays(chance.Between(5, 40));
            var lrn = LrnOf(declaration, 'I');
            var messages = new List<SimulatedFollowUp>
            {
                new("invalidation", returned, lrn, FollowUpMessages.Invalidation(
                    original, mrn, lrn, "122", "Returned by the customer within the time for reflection")),
            };
            if (declaration.VatCents > 0)
            {
                var claim = LrnOf(declaration, 'R');
                messages.Add(new("repayment", returned, claim, FollowUpMessages.Repayment(
                    original, mrn, claim, "B00", declaration.VatCents, 'E', "The goods left the Union again")));
            }

            return messages;
        }

        if (lot >= ReturnedAfter + AmendedAfter)
            return [];
        var amendment = LrnOf(declaration, 'A');
        return
        [
            new("amendment", TimeSpan.FromDays(chance.Between(1, 20)), amendment, FollowUpMessages.Amended(
                original, mrn, amendment, "5", "The invoice came later and shows another price",
                chance.Between(70, 130))),
        ];
    }

    // An LRN has at most 22 characters; the letter says to the declarant himself what the message was.
    private static string LrnOf(AnsweredDeclaration declaration, char letter) =>
        declaration.Lrn.Length < 22 ? declaration.Lrn + letter : letter + declaration.Lrn[1..];
}
