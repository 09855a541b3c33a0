// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Risk.Contract;

/// <summary>
/// What selection needs to know of one line, found without any state: done in parallel, before the decider.
/// </summary>
/// <param name="Restriction">The restricted-goods row that the code is under; null for most lines.</param>
/// <param name="Fraction">The line's draw with the key of <see cref="Assessment.DrawDay"/>.</param>
/// <param name="Share">The share of the sample for its process and area.</param>
public readonly record struct LineAssessment(Restriction? Restriction, ulong Fraction, SampleShare Share);

/// <summary>
/// The pure part of selection for one declaration. This is the place where profiles, features and the model's scores
/// come:
/// they too are found here, before the transaction; only what depends on order (counters, relodging) is decided after
/// it.
/// </summary>
/// <param name="Consignment">Key of the consignment, see ConsignmentKey: the draw is made with it.</param>
/// <param name="Goods">Key of the consignment with its goods: what is counted as lodged again.</param>
/// <param name="DrawDay">Day whose key the draws were made with.</param>
public sealed record Assessment(ulong Consignment, ulong Goods, DateOnly DrawDay, LineAssessment[] Lines)
{
    public static Assessment Of(Declaration declaration, LawOfTheDay law, DateOnly drawDay, byte[] dayKey)
    {
        var consignment = ConsignmentKey.Of(declaration);
        var shares = SampleShares.Of(law);
        var lines = new LineAssessment[declaration.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = declaration.Lines[i];
            lines[i] = new LineAssessment(
                law.RestrictionOf(line.Code, line.Origin.IsEmpty ? declaration.Dispatch : line.Origin),
                SampleDraw.Fraction(dayKey, consignment, line.Code),
                shares.For(declaration.DataSet, line.Code));
        }

        return new Assessment(consignment, ConsignmentKey.WithGoods(consignment, declaration), drawDay, lines);
    }

    /// <summary>Of goods that were released before (a supplement): no line is drawn or restricted.</summary>
    public static Assessment OfReleased(int lines)
    {
        var none = new LineAssessment[lines];
        Array.Fill(none, new LineAssessment(null, ulong.MaxValue, SampleShares.None));
        return new Assessment(0, 0, default, none);
    }

    /// <summary>
    /// The same with the key of the day on which the consignment came first: lodging again buys no new draw.
    /// </summary>
    public Assessment RedrawnFor(DateOnly firstDay, byte[] keyOfThatDay, Declaration declaration)
    {
        if (firstDay == DrawDay)
            return this;
        var lines = new LineAssessment[Lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var fraction = SampleDraw.Fraction(keyOfThatDay, Consignment, declaration.Lines[i].Code);
            lines[i] = Lines[i] with { Fraction = fraction };
        }

        return this with { DrawDay = firstDay, Lines = lines };
    }

    /// <summary>The same with no line drawn: for a check that has no key.</summary>
    public Assessment WithoutSample() =>
        this with { Lines = Array.ConvertAll(Lines, line => line with { Fraction = ulong.MaxValue }) };

    /// <summary>
    /// The reasons to control one line; empty for nearly all. Mandatory first; a drawn line keeps both reasons.
    /// </summary>
    public IReadOnlyList<SelectionReason> ReasonsFor(int index, int edition)
    {
        var line = Lines[index];
        var isDrawn = SampleDraw.IsDrawn(line.Fraction, line.Share.PerMillion);
        if (line.Restriction is null && !isDrawn)
            return [];
        var version = string.Create(null, $"edition {edition}");
        var reasons = new List<SelectionReason>(2);
        if (line.Restriction is { } restriction)
        {
            reasons.Add(new SelectionReason(
                SelectionKind.Mandatory, restriction.ListCode, version, "", restriction.CodePrefix,
                    restriction.Ground));
        }

        if (isDrawn)
        {
            reasons.Add(new SelectionReason(
                SelectionKind.Sample,
                $"{line.Share.Process}/{line.Share.Area}",
                version,
                SampleDraw.PerMillion(line.Fraction).ToString(System.Globalization.CultureInfo.InvariantCulture),
                line.Share.PerMillion.ToString(System.Globalization.CultureInfo.InvariantCulture),
                line.Share.Ground));
        }

        return reasons;
    }
}
