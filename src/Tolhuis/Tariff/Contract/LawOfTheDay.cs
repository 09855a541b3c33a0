// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Collections.Frozen;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>Goods that may not be released without a control by law (restricted or prohibited).</summary>
/// <param name="Ground">Legal ground, e.g. Regulation and article.</param>
public sealed record Restriction(string ListCode, string CodePrefix, string Ground, string TextNl, string TextEn);

/// <summary>An ad valorem customs duty.</summary>
/// <param name="BasisPoints">Hundredths of a per cent: 1200 is 12 %.</param>
/// <param name="MatchedCode">The code of 6, 8 or 10 digits whose rate it is.</param>
public readonly record struct DutyRate(int BasisPoints, string MatchedCode, string Ground);

/// <summary>
/// The rows of one edition that are in force on one civil date (Europe/Amsterdam). Made once per edition and date,
/// immutable, shared by all threads. Every question is answered on the date the law names for it: for import the date
/// of acceptance. The look-ups take constant time and allocate nothing.
/// </summary>
public sealed partial class LawOfTheDay
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<LawRow>> _rowsByTable = new(StringComparer.Ordinal);
    private readonly LawEdition _edition;
    private readonly Lazy<TaxRules> _taxRules;

    private LawOfTheDay(LawEdition edition, DateOnly day)
    {
        _edition = edition;
        _taxRules = new Lazy<TaxRules>(() => new TaxRules(this));
        Day = day;
        Edition = edition.Number;
        _settingByName = ReadSettings();
        _listByName = ReadCodeLists();
        _rateByCurrency = ReadExchangeRates();
        _vatByPrefix = ReadVatRates();
        _restrictionsByPrefix = ReadRestrictions();
        _goodsByList = ReadGoodsLists();
        _stepByCode = Rows("tariff.steps").ToFrozenDictionary(row => row["code"], StringComparer.Ordinal);
        _vatStandardPermille = TryGetSetting("vat-standard-permille", out var permille) ? (int)permille : null;
    }

    public DateOnly Day { get; private init; }

    public int Edition { get; private init; }

    /// <summary>The edition that this day's rows are of.</summary>
    internal LawEdition Source => _edition;

    internal TaxRules TaxRules => _taxRules.Value;

    internal static LawOfTheDay Make(LawEdition edition, DateOnly day) => new(edition, day);

    /// <summary>The rows of a table in force on this day; kept, so asking again costs nothing.</summary>
    public IReadOnlyList<LawRow> Rows(string table)
    {
        if (_rowsByTable.TryGetValue(table, out var rows))
            return rows;
        // A name that no table has is not kept: the memory is bounded by the tables of the edition.
        if (!_edition.HasTable(table))
            return [];
        return _rowsByTable.GetOrAdd(
            table, static (name, law) => [.. law._edition.Table(name).Where(row => row.IsInForce(law.Day))], this);
    }

    /// <summary>Legal ground of a step of a calculation on this day; empty if the edition has no such step.</summary>
    public string GroundOfStep(string code) => _stepByCode.TryGetValue(code, out var row) ? row["ground"] : "";

    /// <summary>
    /// The sentence of a step in Dutch (<c>nl</c>) or English (<c>en</c>); without a row its code and values.
    /// </summary>
    public string TextOfStep(CalculationStep step, string language) => _stepByCode.TryGetValue(step.Code, out var row)
        ? LawSentence.Fill(row.Text(language), step.Arguments, language)
        : string.Join(' ', [step.Code, .. step.Arguments]);
}
