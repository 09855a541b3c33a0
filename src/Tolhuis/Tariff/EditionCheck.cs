// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// Checks the content of an edition before it is taken into use: the tables and columns the program knows, one row per
/// key and day, values that can be read, sentences in both languages. The law that comes with the program is the
/// pattern.
/// </summary>
internal sealed class EditionCheck(LawEdition edition)
{
    public const int MaxFaults = 200;

    // Columns that say what a row holds, not which one it is.
    private static readonly HashSet<string> NeverKey = new(StringComparer.Ordinal)
    {
        "valid_from", "valid_until", "ground", "text_nl", "text_en",
    };

    // Of tables of other modules only the problems' key is known here; there, all columns together are the key.
    private static readonly Dictionary<string, string[]> KeyByTable = new(StringComparer.Ordinal)
    {
        ["tariff.settings"] = ["name"],
        ["tariff.exchange_rates"] = ["currency"],
        ["tariff.country_groups"] = ["group", "country"],
        ["tariff.nomenclature"] = ["code"],
        ["tariff.vat_rates"] = ["code_prefix"],
        ["tariff.restricted_goods"] = ["code_prefix", "origin"],
        ["tariff.goods_lists"] = ["list", "code_prefix"],
        ["tariff.code_lists"] = ["list", "code"],
        ["tariff.steps"] = ["code"],
    };

    private readonly List<LawFault> _faults = [];
    private readonly MeasureCheck _measures = new(edition);

    public IReadOnlyList<LawFault> Faults()
    {
        foreach (var known in LawEdition.BuiltIn.Tables)
        {
            if (!edition.HasTable(known.Name))
                Add(known.Name, "", FaultWords.TableMissing);
        }

        foreach (var table in edition.Tables)
        {
            if (!HasKnownColumns(table))
                continue;
            CheckOverlaps(table);
            foreach (var row in table.Rows)
                CheckRow(table.Name, row);
        }

        return _faults;
    }

    private bool HasKnownColumns(LawTable table)
    {
        var known = LawEdition.BuiltIn.Tables.FirstOrDefault(t => t.Name == table.Name);
        if (known is null)
        {
            Add(table.Name, "", FaultWords.TableUnknown);
            return false;
        }

        var before = _faults.Count;
        foreach (var column in table.Columns.Except(known.Columns, StringComparer.Ordinal))
            Add(table.Name, "", FaultWords.ColumnUnknown(column));
        foreach (var column in known.Columns.Except(table.Columns, StringComparer.Ordinal))
            Add(table.Name, "", FaultWords.ColumnMissing(column));
        return _faults.Count == before;
    }

    private void CheckOverlaps(LawTable table)
    {
        var isMeasures = table.Name == MeasureRows.Table;
        var key = isMeasures ? [] : KeyOf(table);
        var groups = isMeasures
            ? table.Rows.SelectMany(MeasureCheck.KeysOf, (row, text) => (row, text))
                .GroupBy(pair => pair.text, pair => pair.row, StringComparer.Ordinal)
            : table.Rows.GroupBy(
                row => string.Join('\u001F', key.Select(column => row[column])), StringComparer.Ordinal);
        foreach (var rows in groups.Where(rows => rows.Skip(1).Any()))
        {
            LawRow? before = null;
            foreach (var row in rows.OrderBy(row => row.Validity.From))
            {
                if (before is not null && (before.Validity.Until is not { } until || until > row.Validity.From))
                {
                    Add(
                        table.Name, row.ToString(),
                        isMeasures ? FaultWords.MeasuresOverlap : FaultWords.Overlaps(key));
                }

                before = row;
            }
        }
    }

    /// <summary>Columns that say which row it is: on one day there is one row with the same values in them.</summary>
    internal static string[] KeyOf(LawTable table) => table.Name.EndsWith(".problems", StringComparison.Ordinal)
        ? ["code"]
        : KeyByTable.GetValueOrDefault(table.Name) ?? GenericKey(table);

    /// <summary>What is wrong with a row by itself; null if nothing is.</summary>
    internal FaultWords? FaultOf(string table, LawRow row) =>
        table.EndsWith(".problems", StringComparison.Ordinal) ? CheckProblem(table, row) : CheckTariffRow(table, row);

    private static string[] GenericKey(LawTable table) =>
        [.. table.Columns.Where(column => !NeverKey.Contains(column))];

    private void CheckRow(string table, LawRow row)
    {
        if (FaultOf(table, row) is { } what)
            Add(table, row.ToString(), what);
    }

    private FaultWords? CheckTariffRow(string table, LawRow row) => table switch
    {
        "tariff.settings" => CheckSetting(row),
        "tariff.exchange_rates" when !CurrencyCode.TryParse(row["currency"], out _) =>
            FaultWords.CurrencyUnreadable,
        "tariff.exchange_rates" when !IsAbove(row["units_per_euro"], decimals: 6, least: 1) =>
            FaultWords.RateUnreadable,
        "tariff.measures" => _measures.Measure(row),
        "tariff.country_groups" => MeasureCheck.CountryGroup(row),
        "tariff.nomenclature" => MeasureCheck.Nomenclature(row),
        "tariff.vat_rates" when !IsPrefix(row) => FaultWords.PrefixUnreadable,
        "tariff.vat_rates" when !row.TryGetNumber("permille", out var permille) || permille is < 0 or > 1000 =>
            FaultWords.PermilleOutside,
        "tariff.restricted_goods" when !IsPrefix(row) => FaultWords.PrefixUnreadable,
        "tariff.restricted_goods" when !IsCountryOrEmpty(row["origin"]) =>
            FaultWords.OriginUnreadable,
        "tariff.goods_lists" when !IsPrefix(row) => FaultWords.PrefixUnreadable,
        "tariff.code_lists" when row["list"].Length == 0 || row["code"].Length == 0 => FaultWords.ListEmpty,
        "tariff.steps" when CheckSentences(row) is { } what => what,
        _ => null,
    };

    private static FaultWords? CheckSetting(LawRow row)
    {
        var known = LawEdition.BuiltIn.Table("tariff.settings").FirstOrDefault(its => its["name"] == row["name"]);
        return known is null ? FaultWords.SettingUnknown : SettingCheck.FaultOf(row, known["value"]);
    }

    private static FaultWords? CheckProblem(string table, LawRow row)
    {
        if (!ProblemCatalogue.TryParseSeverity(row["severity"], out _))
            return FaultWords.SeverityUnknown;
        var module = table[..(table.IndexOf('.', StringComparison.Ordinal) + 1)];
        return row["code"].StartsWith(module, StringComparison.Ordinal)
            ? CheckSentences(row)
            : FaultWords.ModuleOther;
    }

    private static FaultWords? CheckSentences(LawRow row)
    {
        if (row["text_nl"].Length == 0 || row["text_en"].Length == 0)
            return FaultWords.SentenceMissing;
        // Not the same places: a name may stand among the values once in Dutch and once in English.
        return Places(row["text_nl"]).Count == Places(row["text_en"]).Count
            ? null
            : FaultWords.SentencesDiffer;
    }

    private static HashSet<char> Places(string sentence) =>
        [.. Enumerable.Range(0, Math.Max(0, sentence.Length - 2))
            .Where(i => sentence[i] == '{' && sentence[i + 2] == '}')
            .Select(i => sentence[i + 1])];

    private static bool IsAbove(string text, int decimals, long least) =>
        FixedPoint.TryParse(text, decimals, maxDigits: 12, out var value) && value >= least;

    private static bool IsPrefix(LawRow row) => Prefixes<int>.IsPrefix(row["code_prefix"]);

    private static bool IsCountryOrEmpty(string text) => text.Length == 0 || CountryCode.TryParse(text, out _);

    private void Add(string table, string row, FaultWords what)
    {
        if (_faults.Count < MaxFaults)
            _faults.Add(new LawFault(table, row.Length <= 200 ? row : row[..200], what.English, what.Dutch));
    }
}
