// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tests.Tariff;

/// <summary>
/// The law as the program of issue 2 recorded it: that of today without what has come since. The names of its lists,
/// settings and columns are those of then and stay so.
/// </summary>
internal static class FormerEdition
{
    private static readonly string[] LaterTables =
    [
        "declarations.document_types", "declarations.follow_ups", "declarations.json_names",
        "declarations.message_versions", "declarations.prelodged", "declarations.request_limits",
        "tariff.country_groups", "tariff.measures", "tariff.nomenclature",
    ];

    private static readonly string[] Settings =
    [
        "duty-rounding-unit-cents", "flat-duty", "flat-duty-cents", "flat-duty-counting-key", "flat-duty-in-vat-base",
        "gift-flat-rate-basis-points", "gift-flat-rate-limit-cents", "gift-limit-cents", "intrinsic-value-limit-cents",
        "pull-box-days", "tariff-duty-preference-first-digit", "value-relief", "vat-rounding-unit-cents",
        "vat-standard-permille",
    ];

    private static readonly string[] Lists =
    [
        "addition-deduction", "additional-declaration-type", "additional-procedure", "additional-reference-type",
        "country", "currency", "declaration-type", "distance-sale-additional-procedure",
        "duty-by-rate-additional-procedure", "duty-by-rate-procedure", "fiscal-role", "gift-additional-procedure",
        "guarantee-type", "h7-additional-procedure", "incoterm", "location-qualifier", "location-type",
        "measurement-unit", "member-state", "method-of-payment", "nature-of-transaction", "package-type", "preference",
        "previous-document-type", "procedure-previous", "procedure-requested", "representative-status",
        "supply-chain-actor-role", "supporting-document-type", "tax-type", "transport-document-type", "transport-mode",
        "valuation-method", "value-relief-additional-procedure",
    ];

    // Of the problems of a declaration; those of other modules are no condition of any answer.
    private static readonly string[] Problems =
    [
        "additional-procedure.not-in-h7", "commodity.chapter-not-in-h7", "commodity.form", "data-set.not-supported",
        "data-set.unknown", "element.code-unknown", "element.format", "element.missing", "element.too-many",
        "gift.above-limit", "gift.with-vat-scheme", "ioss.form", "ioss.importer-outside-union", "ioss.number-missing",
        "ioss.without-procedure", "item.number-twice", "kind.not-supported", "lrn.form", "mass.net-above-gross",
        "message.document-type", "message.empty", "message.namespace", "message.no-declaration", "message.too-deep",
        "message.too-large", "message.too-many-elements", "message.too-many-items", "message.too-many-problems",
        "message.two-declarations", "message.unreadable", "party.number-form", "procedure.not-in-h7",
        "supplementary-units.without-gift", "type.not-supported", "value.above-limit", "value.not-convertible",
    ];

    private static readonly string[] LaterColumns =
    [
        "key", "h6", "i1", "i2", "h6_when", "i1_when", "i2_when", "since_version", "until_version",
    ];

    private static readonly string[] WithoutNumber = ["function", "category", "office", "submitter", "mrn"];

    public static LawEdition Make()
    {
        var tables = LawEdition.BuiltIn.Tables.Where(table => !LaterTables.Contains(table.Name)).Select(Former);
        return LawEdition.Parse(0, LawBundle.Write([.. tables, DutyRates()]));
    }

    private static LawTable Former(LawTable table) => table.Name switch
    {
        "tariff.settings" => Only(table, row => Settings.Contains(row["name"])),
        "tariff.code_lists" => Only(table, row => Lists.Contains(row["list"])),
        "declarations.problems" => Only(
            table, row => Problems.Contains(row["code"]["declarations.".Length..])),
        "declarations.elements" => Elements(table),
        _ => table,
    };

    private static LawTable Only(LawTable table, Func<LawRow, bool> isThere) => Table(
        table.Name, table.Columns, table.Rows.Where(isThere).Select(row => row.Values));

    private static LawTable Elements(LawTable table)
    {
        var columns = table.Columns.Except(LaterColumns).ToArray();
        return Table(table.Name, columns, table.Rows
            .Where(row => row["number"].Length > 0 || WithoutNumber.Contains(row["key"]))
            .Select(row => columns.Select(column => ElementCell(row, column))));
    }

    private static string ElementCell(LawRow row, string column) => (row["number"], column) switch
    {
        ("11 09 001 000" or "11 09 002 000", "h7" or "h7_when") => "",
        ("16 15 000 000", "h1_when" or "h7_when") => "",
        ("11 01 001 000" or "11 02 001 000", "wco_paths") => row[column].Split('?')[0],
        _ => row[column],
    };

    private static LawTable DutyRates() => Table(
        "tariff.duty_rates", ["code", "origin", "preference", "percent", "valid_from", "valid_until", "ground"],
        LawEdition.BuiltIn.Table("tariff.measures")
            .Where(row => row["type"] == "third-country" && row["code"].Length >= 6 && IsPercent(row["duty"])
                && row["origin"].Length is 0 or 2)
            .Select(row => (string[])
            [
                row["code"], row["origin"], row["preference"], row["duty"][..^1], row["valid_from"],
                row["valid_until"], row["ground"],
            ]));

    private static bool IsPercent(string duty) =>
        duty.EndsWith('%') && duty[..^1].All(c => char.IsAsciiDigit(c) || c == '.');

    private static LawTable Table(string name, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        LawCsv.Write(text, columns);
        foreach (var row in rows)
            LawCsv.Write(text, [.. row]);
        return LawEdition.ParseTable(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
