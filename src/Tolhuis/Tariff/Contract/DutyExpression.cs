// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;

namespace Tolhuis.Tariff.Contract;

/// <summary>Whether an expression gave an amount.</summary>
public enum DutyOutcome : byte
{
    Determined,

    /// <summary>A quantity is not declared; the amount names its unit.</summary>
    MissingQuantity,

    /// <summary>
    /// An agricultural component (Meursing table) or an entry price: what is needed stands in no expression.
    /// </summary>
    NeedsPerson,

    /// <summary>None of the seasons of the expression holds the day.</summary>
    OutOfSeason,

    /// <summary>More than any consignment can owe.</summary>
    TooLarge,
}

/// <summary>How amounts are rounded to whole units of cents.</summary>
public enum RoundingDirection : byte
{
    HalfUp,
    Down,
    Up,
}

/// <summary>What a duty is calculated on.</summary>
/// <param name="ValueCents">Customs value in euro cents.</param>
/// <param name="NetMass">Millionths of a kilogram; 0 where not declared.</param>
/// <param name="GrossMass">Millionths of a kilogram; 0 where not declared.</param>
/// <param name="SupplementaryUnit">Unit of the code in the nomenclature, e.g. <c>NAR</c>; empty where unknown.</param>
/// <param name="SupplementaryUnits">Millionths of that unit; 0 where not declared.</param>
public readonly record struct DutyQuantities(
    long ValueCents, long NetMass, long GrossMass, string SupplementaryUnit, long SupplementaryUnits);

/// <summary>What an expression gives for some quantities.</summary>
/// <param name="Cents">Euro cents; 0 unless determined.</param>
/// <param name="Missing">The unit whose quantity is missing, e.g. <c>hl</c>; empty otherwise.</param>
public readonly record struct DutyAmount(DutyOutcome Outcome, long Cents, string Missing);

/// <summary>
/// A duty as the tariff writes it: <c>12%</c>, <c>10.2% + 93.1 EUR / 100 kg</c>, <c>4.5% MIN 0.3 EUR / item MAX 0.8 EUR
/// / item</c>, with seasons <c>15% (16 JUN-14 FEB), 0% (15 FEB-15 JUN)</c>. A minimum and a maximum bound the whole sum
/// before them. Immutable; equal texts after <see cref="ToString"/> are equal duties. Arithmetic is exact until the one
/// rounding at the end. Source: Regulation 2658/87, Annex I, Part One, Section I.
/// </summary>
public sealed class DutyExpression
{
    public const int MaxLength = 400;

    // Thousandths of the smallest share of a cent that a term can be: all terms are whole numbers of it.
    internal const long PartsPerCent = 100_000_000_000;

    private readonly DutySeason[] _seasons;
    private readonly string _text;

    internal DutyExpression(DutySeason[] seasons)
    {
        _seasons = seasons;
        _text = string.Join(", ", seasons.Select(season => season.ToString()));
        PlainBasisPoints = seasons is [{ Spans: [], Sum: [{ Kind: DutyTermKind.Percent } term], Least: [], Most: [] }]
            && term.Amount % 100 == 0 && term.Amount / 100 <= int.MaxValue
                ? (int)(term.Amount / 100)
                : null;
    }

    /// <summary>Hundredths of a per cent where the duty is a percentage and nothing else; otherwise null.</summary>
    public int? PlainBasisPoints { get; }

    /// <summary>True if no amount can be had without a person, whatever is declared.</summary>
    public bool NeedsPerson => Array.TrueForAll(_seasons, season => season.NeedsPerson);

    /// <summary>Units whose quantities are asked for, each once, e.g. <c>100 kg</c>, <c>item</c>.</summary>
    public IReadOnlyList<string> Units =>
        [.. _seasons.SelectMany(season => season.Terms).Select(term => term.Unit?.Text ?? "")
            .Where(unit => unit.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads an expression; false for anything it does not fully understand.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DutyExpression? expression)
    {
        expression = null;
        if (text.Length is 0 or > MaxLength)
            return false;
        // Blanks that do not break come from printed tariffs; a parser that knows one blank stays small.
        var parser = new DutyExpressionParser(text.Any(c => c != ' ' && char.IsWhiteSpace(c))
            ? string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c))
            : text);
        if (!parser.TryRead(out var seasons))
            return false;
        expression = new DutyExpression(seasons);
        return true;
    }

    /// <summary>The duty on a day, rounded once.</summary>
    /// <param name="unitCents">Rounded to multiples of so many cents; at least 1.</param>
    public DutyAmount Evaluate(
        DateOnly day,
        in DutyQuantities quantities,
        long unitCents = 1,
        RoundingDirection rounding = RoundingDirection.HalfUp)
    {
        foreach (var season in _seasons)
        {
            if (season.Holds(day))
                return season.Evaluate(quantities, unitCents, rounding);
        }

        return new DutyAmount(DutyOutcome.OutOfSeason, 0, "");
    }

    /// <summary>The one canonical text.</summary>
    public override string ToString() => _text;
}
