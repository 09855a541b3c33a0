// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff;

/// <summary>What is wrong in a table or row of the law, one sentence in Dutch and in English.</summary>
internal sealed record FaultWords(string Dutch, string English)
{
    public static readonly FaultWords TableMissing = new("de tabel ontbreekt.", "the table is missing.");
    public static readonly FaultWords TableUnknown = new(
        "dit programma kent zo'n tabel niet.", "this program knows no such table.");
    public static readonly FaultWords CurrencyUnreadable = new(
        "de munt bestaat niet uit drie letters.", "the currency is not three letters.");
    public static readonly FaultWords RateUnreadable = new(
        "de koers is geen getal boven nul met hoogstens zes decimalen.",
        "the rate is not a number above zero with at most six decimals.");
    public static readonly FaultWords PrefixUnreadable = new(
        "het begin van de code bestaat niet uit 2, 4, 6, 8 of 10 cijfers.",
        "the prefix is not 2, 4, 6, 8 or 10 digits.");
    public static readonly FaultWords CodeUnreadable = new(
        "de code bestaat niet uit 2, 4, 6, 8 of 10 cijfers.", "the code is not 2, 4, 6, 8 or 10 digits.");
    public static readonly FaultWords PermilleOutside = new(
        "het tarief ligt niet tussen 0 en 1000 duizendsten.", "the rate is not between 0 and 1000 thousandths.");
    public static readonly FaultWords OriginUnreadable = new(
        "de oorsprong is geen land van twee letters.", "the origin is not a country of two letters.");
    public static readonly FaultWords ListEmpty = new("lijst of code is leeg.", "list or code is empty.");
    public static readonly FaultWords SeverityUnknown = new(
        "de zwaarte is niet reject, manual of warn.", "the severity is not reject, manual or warn.");
    public static readonly FaultWords ModuleOther = new(
        "de code begint niet met de naam van de module.", "the code does not begin with the module's name.");
    public static readonly FaultWords SentenceMissing = new(
        "een zin ontbreekt in het Nederlands of het Engels.", "a sentence is missing in Dutch or English.");
    public static readonly FaultWords SentencesDiffer = new(
        "de Nederlandse en de Engelse zin noemen niet evenveel waarden.",
        "the Dutch and the English sentence do not name as many values.");

    public static readonly FaultWords SettingUnknown = new(
        "dit programma kent zo'n instelling niet.", "this program knows no such setting.");
    public static readonly FaultWords ValueEmpty = new("de waarde is leeg.", "the value is empty.");
    public static readonly FaultWords CountingKeyUnknown = new(
        "de telsleutel is onbekend.", "the counting key is unknown.");
    public static readonly FaultWords RoundingUnknown = new(
        "de waarde is niet half-up, down of up.", "the value is not half-up, down or up.");
    public static readonly FaultWords NeitherYesNorNo = new(
        "de waarde is niet yes of no.", "the value is not yes or no.");
    public static readonly FaultWords CountryUnreadable = new(
        "de waarde is geen land van twee letters.", "the value is not a country of two letters.");

    public static readonly FaultWords TypeUnknown = new("de soort is onbekend.", "the type is unknown.");
    public static readonly FaultWords GroupUnreadable = new(
        "de groep is geen naam van 3 tot 20 letters, cijfers en streepjes.",
        "the group is not a name of 3 to 20 letters, digits and hyphens.");
    public static readonly FaultWords MemberUnreadable = new(
        "het land bestaat niet uit twee letters.", "the country is not two letters.");
    public static readonly FaultWords NoWords = new("de code heeft geen tekst.", "the code has no words.");
    public static readonly FaultWords UnitUnreadable = new(
        "de bijzondere maatstaf is geen code van drie of vier hoofdletters.",
        "the supplementary unit is not a code of three or four capital letters.");
    public static readonly FaultWords AdditionalCodeUnreadable = new(
        "de aanvullende code bestaat niet uit vier cijfers of hoofdletters.",
        "the additional code is not four digits or capital letters.");
    public static readonly FaultWords OriginUnknown = new(
        "de oorsprong is geen land van twee letters en geen groep in tariff.country_groups.",
        "the origin is neither a country of two letters nor a group in tariff.country_groups.");
    public static readonly FaultWords ExcludedUnreadable = new(
        "een uitgezonderde oorsprong is geen land van twee letters.",
        "an excluded origin is not a country of two letters.");
    public static readonly FaultWords DutyNotAsked = new(
        "een maatregel die geen recht is, heeft een recht.", "a measure that is no duty has a duty.");
    public static readonly FaultWords DutyUnreadable = new(
        "het recht is niet te lezen; laat het leeg als een mens het moet bepalen.",
        "the duty cannot be read, or is not empty for \"a person determines\".");
    public static readonly FaultWords PreferenceMissing = new(
        "een recht waarop een preferentie aanspraak geeft, noemt geen preferentie.",
        "a duty that is claimed by a preference has no preference.");
    public static readonly FaultWords PreferenceUnreadable = new(
        "een preferentie bestaat niet uit drie cijfers.", "a preference is not three digits.");
    public static readonly FaultWords OrderNumberMisplaced = new(
        "een contingent heeft een volgnummer, andere maatregelen hebben er geen.",
        "a quota has an order number, other measures have none.");
    public static readonly FaultWords OrderNumberUnreadable = new(
        "het volgnummer bestaat niet uit zes cijfers.", "the order number is not six digits.");
    public static readonly FaultWords DocumentMissing = new(
        "een maatregel die een bescheid vraagt, noemt er geen.", "a measure that asks a document names none.");
    public static readonly FaultWords DocumentUnreadable = new(
        "een bescheid bestaat niet uit vier cijfers of hoofdletters.",
        "a document is not four digits or capital letters.");

    public static FaultWords ColumnUnknown(string column) => new(
        $"de kolom \"{column}\" is onbekend.", $"the column \"{column}\" is unknown.");

    public static FaultWords ColumnMissing(string column) => new(
        $"de kolom \"{column}\" ontbreekt.", $"the column \"{column}\" is missing.");

    public static readonly FaultWords MeasuresOverlap = new(
        "zij overlapt in tijd met een andere rij met dezelfde code, aanvullende code, oorsprong, soort en preferentie.",
        "it overlaps in time with another row of the same code, additional code, origin, type and preference.");

    /// <param name="key">Columns, by their names in the table.</param>
    public static FaultWords Overlaps(IEnumerable<string> key) => new(
        $"zij overlapt in tijd met een andere rij met dezelfde {string.Join(", ", key)}.",
        $"it overlaps in time with another row of the same {string.Join(", ", key)}.");

    public static FaultWords PreferenceUnknown(string preference) => new(
        $"preferentie {preference} staat niet in de codelijst.",
        $"the preference {preference} is not in the code list.");

    public static FaultWords NumberOutside(long least, long most) => new(
        $"de waarde is geen geheel getal van {least} tot en met {most}.",
        $"the value is not a whole number from {least} to {most}.");
}
