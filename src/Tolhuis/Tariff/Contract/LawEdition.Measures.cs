// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>What changes in an edition, and its measures and nomenclature of all periods.</summary>
public sealed partial class LawEdition
{
    /// <summary>Later changes of one code are not shown.</summary>
    public const int MaxChangesOfCode = 200;

    // A year of a full tariff has a few tens of days on which something changes.
    private const int MaxBooksKept = 16;

    // What a book of measures is made of.
    private static readonly string[] TablesOfBook =
        [MeasureRows.Table, MeasureRows.EarlierTable, "tariff.nomenclature", "tariff.country_groups"];

    // Tables whose rows are for a code, with the column that holds it.
    private static readonly (string Table, string Column)[] TablesByCode =
    [
        ("tariff.measures", "code"), ("tariff.duty_rates", "code"), ("tariff.nomenclature", "code"),
        ("tariff.vat_rates", "code_prefix"), ("tariff.restricted_goods", "code_prefix"),
        ("tariff.goods_lists", "code_prefix"),
    ];

    // Settings that change what every code owes.
    private static readonly string[] SettingsForAll =
    [
        "flat-duty", "flat-duty-cents", "flat-duty-counting-key", "flat-duty-in-vat-base",
        "gift-flat-rate-basis-points", "gift-flat-rate-limit-cents", "gift-limit-cents", "intrinsic-value-limit-cents",
        "tariff-duty-preference-first-digit", "value-relief", "vat-standard-permille",
    ];

    private readonly Lazy<Measure[]> _measures;
    private readonly Lazy<NomenclatureEntry[]> _nomenclature;
    private readonly Lazy<HashSet<string>> _groupNames;
    private readonly Lazy<DateOnly[]> _changeDays;
    private readonly Lock _bookLock = new();
    private readonly Dictionary<int, MeasureBook> _bookByPeriod = [];

    /// <summary>All measures of all periods, in the order of their rows.</summary>
    internal IReadOnlyList<Measure> Measures => _measures.Value;

    internal IReadOnlyList<NomenclatureEntry> Nomenclature => _nomenclature.Value;

    /// <summary>Names of the country groups of all periods.</summary>
    internal IReadOnlySet<string> GroupNames => _groupNames.Value;

    /// <summary>
    /// The measures in force on a day, ready to be asked. Days between two changes share one: making it takes a while.
    /// </summary>
    internal MeasureBook BookOf(DateOnly day)
    {
        var position = Array.BinarySearch(_changeDays.Value, day);
        var period = position >= 0 ? position + 1 : ~position;
        lock (_bookLock)
        {
            if (_bookByPeriod.TryGetValue(period, out var book))
                return book;
            if (_bookByPeriod.Count == MaxBooksKept)
                _bookByPeriod.Clear();
            book = new MeasureBook(this, day);
            _bookByPeriod.Add(period, book);
            return book;
        }
    }

    /// <summary>
    /// What begins or ends after a day for a commodity code and those above it, the first change first: measures,
    /// nomenclature, VAT, restrictions, reliefs, the country groups that its measures name, and the settings that every
    /// code shares.
    /// </summary>
    public IReadOnlyList<LawChange> ChangesOf(CommodityCode code, DateOnly after)
    {
        var digits = code.ToString();
        var changes = new List<LawChange>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, column) in TablesByCode)
        {
            foreach (var row in Table(table))
            {
                if (row[column].Length > 0 && digits.StartsWith(row[column], StringComparison.Ordinal))
                {
                    Add(table, row);
                    if (table == MeasureRows.Table && row["origin"].Length > 2)
                        groups.Add(row["origin"]);
                }
            }
        }

        foreach (var row in Table("tariff.country_groups"))
        {
            if (groups.Contains(row["group"]))
                Add("tariff.country_groups", row);
        }

        foreach (var row in Table("tariff.settings"))
        {
            if (SettingsForAll.Contains(row["name"], StringComparer.Ordinal))
                Add("tariff.settings", row);
        }

        // On one day what ends stands before what begins.
        return [.. changes.OrderBy(change => change.Day).ThenBy(change => change.IsBeginning).Take(MaxChangesOfCode)];

        void Add(string table, LawRow row)
        {
            if (row.Validity.From > after)
                changes.Add(new LawChange(row.Validity.From, table, row, IsBeginning: true));
            if (row.Validity.Until is { } until && until > after)
                changes.Add(new LawChange(until, table, row, IsBeginning: false));
        }
    }

    /// <summary>The codes of a list, of all periods; null if there is no such list.</summary>
    internal IReadOnlySet<string>? CodeNames(string list)
    {
        var codes = Table("tariff.code_lists").Where(row => row["list"] == list).Select(row => row["code"])
            .ToHashSet(StringComparer.Ordinal);
        return codes.Count == 0 ? null : codes;
    }

    private DateOnly[] ReadChangeDays() =>
    [
        .. TablesOfBook.SelectMany(Table)
            .SelectMany(row => (DateOnly[])[row.Validity.From, row.Validity.Until ?? row.Validity.From])
            .Distinct().Order(),
    ];

    private HashSet<string> ReadGroupNames() =>
        Table("tariff.country_groups").Select(row => row["group"]).ToHashSet(StringComparer.Ordinal);

    private NomenclatureEntry[] ReadNomenclature() =>
    [
        .. Table("tariff.nomenclature").Select(row => Prefixes<int>.IsPrefix(row["code"])
            ? new NomenclatureEntry(row["code"], row["supplementary_unit"], row)
            : throw new InvalidDataException($"{row.Table.Name}: the code cannot be read in the row {row}")),
    ];
}
