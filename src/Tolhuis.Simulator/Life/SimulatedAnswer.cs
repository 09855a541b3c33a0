// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;

namespace Tolhuis.Simulator.Life;

/// <summary>What a declarant does who is asked to correct.</summary>
/// <param name="After">How long after he was asked.</param>
/// <param name="IsWhole">He changes all that was established; otherwise only the first thing of it, and half.</param>
public sealed record SimulatedAnswer(TimeSpan After, string Lrn, bool IsWhole, ReadOnlyMemory<byte> Content)
{
    // Per million of those who are asked.
    private const int NeverAnswer = 60_000;
    private const int AnswerLate = 80_000;
    private const int AnswerInPart = 90_000;

    /// <summary>Null for who never answers.</summary>
    /// <param name="original">The message that lodged the declaration, XML or JSON.</param>
    /// <param name="lrn">Of that message.</param>
    /// <param name="established">What customs established of its items.</param>
    public static SimulatedAnswer? Of(
        ReadOnlyMemory<byte> original, string lrn, string mrn, IReadOnlyList<EstablishedValue> established)
    {
        var chance = new ChanceStream(StableNumber.Of(lrn), 13, 0);
        var lot = chance.Below(1_000_000);
        if (lot < NeverAnswer || established.Count == 0)
            return null;
        var isLate = lot < NeverAnswer + AnswerLate;
        var isWhole = lot >= NeverAnswer + AnswerLate + AnswerInPart;
        var after = isLate ? TimeSpan.FromDays(chance.Between(31, 40)) : TimeSpan.FromHours(chance.Between(4, 96));
        var own = lrn.Length < 22 ? lrn + "C" : "C" + lrn[1..];
        IReadOnlyList<EstablishedValue> changes = isWhole ? established : [Half(established[0], original)];
        return new SimulatedAnswer(
            after, own, isWhole, FollowUpMessages.Corrected(original, mrn, own, changes));
    }

    // He gives in half: what he then declares lies between what he said and what was established.
    private static EstablishedValue Half(EstablishedValue established, ReadOnlyMemory<byte> original)
    {
        if (established.Kind != EstablishedKind.Value)
            return established;
        var parts = established.Value.Split(' ');
        var declared = FollowUpMessages.ValueOf(original, established.Item);
        var between = Math.Round(
            (decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) + declared) / 2, 2);
        return established with
        {
            Value = FormattableString.Invariant($"{between:0.##} {parts[1]}"),
        };
    }
}
