// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff;

/// <summary>Every problem of this module; severity, ground and sentences stand in Law/problems.csv.</summary>
public static class TariffProblems
{
    /// <summary>Values: currency, date.</summary>
    public const string ExchangeRateMissing = "tariff.exchange-rate.missing";

    /// <summary>Values: item number, commodity code, code of the step that stopped the calculation.</summary>
    public const string DutyNotDetermined = "tariff.duty.not-determined";

    /// <summary>Values: number of faults, the first fault in Dutch, the same in English.</summary>
    public const string EditionInvalid = "tariff.edition.invalid";

    /// <summary>Values: number of the edition in use.</summary>
    public const string EditionUnchanged = "tariff.edition.unchanged";

    /// <summary>Values: item number, commodity code, the documents of which one is needed, ground.</summary>
    public const string DocumentMissing = "tariff.document.missing";

    /// <summary>Values: item number, commodity code, origin, ground.</summary>
    public const string GoodsProhibited = "tariff.goods.prohibited";

    /// <summary>Values: item number, commodity code, supplementary unit.</summary>
    public const string UnitsMissing = "tariff.units.missing";

    /// <summary>The same where the duty is levied by them. Values as there.</summary>
    public const string UnitsNeeded = "tariff.units.needed";

    /// <summary>A file to load: kind given, kinds there are.</summary>
    public const string LoadKind = "tariff.load.kind-unknown";

    /// <summary>Values: what it has, the limit; of bytes or of rows.</summary>
    public const string LoadTooLarge = "tariff.load.too-large";

    public const string LoadEmpty = "tariff.load.empty";

    /// <summary>Values: line.</summary>
    public const string LoadEncoding = "tariff.load.encoding";

    /// <summary>Values: line.</summary>
    public const string LoadJson = "tariff.load.json";

    /// <summary>Values: line, field.</summary>
    public const string LoadQuote = "tariff.load.quote";

    /// <summary>Values: line, nothing, fields it has, fields of the header.</summary>
    public const string LoadWidth = "tariff.load.width";

    /// <summary>Values: name of the missing column, names that the file has.</summary>
    public const string LoadHeader = "tariff.load.header";

    /// <summary>Values: name of the unknown column, names of the table.</summary>
    public const string LoadColumn = "tariff.load.column-unknown";

    /// <summary>Values: rows read, first day of the load.</summary>
    public const string LoadNothing = "tariff.load.nothing";

    /// <summary>Values: line, column.</summary>
    public const string LoadMissing = "tariff.load.value-missing";

    /// <summary>Values: line, column, value, limit.</summary>
    public const string LoadText = "tariff.load.text";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadCode = "tariff.load.commodity-code";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadDate = "tariff.load.date";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadRate = "tariff.load.rate";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadDuty = "tariff.load.duty";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadUnit = "tariff.load.unit";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadList = "tariff.load.list-name";

    /// <summary>Values: line, column, value.</summary>
    public const string LoadOffice = "tariff.load.office";

    /// <summary>Values: line, column, key, line of the other.</summary>
    public const string LoadDouble = "tariff.load.double";

    /// <summary>Values: line, table, what is wrong in Dutch, the same in English.</summary>
    public const string LoadRow = "tariff.load.row";

    /// <summary>Values: first day asked.</summary>
    public const string LoadFrom = "tariff.load.first-day";

    /// <summary>Values: number of the draft.</summary>
    public const string DraftNotFound = "tariff.draft.not-found";

    /// <summary>Values: number of the draft.</summary>
    public const string DraftClosed = "tariff.draft.closed";

    /// <summary>Values: number of the draft.</summary>
    public const string DraftEmpty = "tariff.draft.empty";

    /// <summary>Values: number of the draft, edition it is based on, edition in use, tables both change.</summary>
    public const string DraftOutdated = "tariff.draft.outdated";

    /// <summary>Values: number of the draft.</summary>
    public const string DraftMoved = "tariff.draft.moved";

    /// <summary>Values: number of the draft, number of faults, the first in Dutch, the same in English.</summary>
    public const string DraftUnfit = "tariff.draft.unfit";

    /// <summary>Values: number of the draft, who loaded.</summary>
    public const string DraftSamePerson = "tariff.draft.same-person";

    /// <summary>Values: most characters.</summary>
    public const string DraftReason = "tariff.draft.reason";

    /// <summary>Values: drafts open, the limit.</summary>
    public const string DraftTooMany = "tariff.draft.too-many";
}
