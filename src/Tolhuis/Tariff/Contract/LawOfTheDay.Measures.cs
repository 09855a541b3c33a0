// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>Measures and nomenclature of the day.</summary>
public sealed partial class LawOfTheDay
{
    /// <summary>More measures for one code and origin are not shown.</summary>
    public const int MaxMeasuresOfCode = 500;

    private MeasureBook? _measures;

    internal MeasureBook Measures => _measures ??= _edition.BookOf(Day);

    /// <summary>
    /// All measures in force for a commodity code, those of the longest code first and among them those for a country
    /// before those for a group and for all. Without an origin, those of every origin.
    /// </summary>
    public IReadOnlyList<Measure> MeasuresOf(CommodityCode code, CountryCode? origin = null) =>
        Measures.Of(code, origin, MaxMeasuresOfCode);

    /// <summary>
    /// The path to a code from its chapter down, as far as the edition has it; empty if it has not even the chapter.
    /// </summary>
    public IReadOnlyList<NomenclatureEntry> NomenclatureOf(CommodityCode code) => Measures.PathOf(code);

    /// <summary>Supplementary unit of a code, e.g. <c>NAR</c>; empty if it has none or the edition does not
    /// know.</summary>
    public string SupplementaryUnitOf(CommodityCode code) => Measures.SupplementaryUnit(code);

    /// <summary>
    /// Duty of goods where it is a percentage and nothing else: that of the longest code, and there that for the origin
    /// before that for all (Regulation 2658/87, Annex I).
    /// </summary>
    /// <param name="preference">Code of 14 11; an empty text is read as 100, the duty for third countries.</param>
    /// <param name="procedure">Requested and previous procedure; an empty text is read as 4000.</param>
    /// <returns>False if the edition cannot say: no rate, another kind of duty, or a preference or procedure that a
    /// person must judge.</returns>
    public bool TryGetDuty(
        CommodityCode code, CountryCode origin, string preference, string procedure, out DutyRate rate)
    {
        rate = default;
        if (procedure.Length != 0 && !IsInList("duty-by-rate-procedure", procedure))
            return false;
        var measure = Measures.Duty(code, origin, preference.Length == 0 ? "100" : preference, []);
        if (measure?.Duty?.PlainBasisPoints is not { } basisPoints)
            return false;
        rate = new DutyRate(basisPoints, measure.Code, measure.Ground);
        return true;
    }
}
