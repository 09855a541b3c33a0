// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Globalization;

namespace Tolhuis.Tariff.Contract;

/// <summary>Settings and code lists of the day.</summary>
public sealed partial class LawOfTheDay
{
    private readonly FrozenDictionary<string, DatedSetting> _settingByName;
    private readonly FrozenDictionary<string, FrozenDictionary<string, LawRow>> _listByName;
    private readonly FrozenDictionary<string, LawRow> _stepByCode;

    /// <summary>Names of all code lists with at least one code in force.</summary>
    public IEnumerable<string> ListNames => _listByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names of all settings in force.</summary>
    public IEnumerable<string> SettingNames => _settingByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>
    /// True if this edition has the list on this day; an element whose list is missing is not checked against it.
    /// </summary>
    public bool HasList(string list) => _listByName.ContainsKey(list);

    /// <summary>True if a code is in force in a list; false also if there is no such list.</summary>
    public bool IsInList(string list, string code) =>
        _listByName.TryGetValue(list, out var codes) && codes.ContainsKey(code);

    /// <inheritdoc cref="IsInList(string, string)"/>
    public bool IsInList(string list, ReadOnlySpan<char> code) =>
        _listByName.TryGetValue(list, out var codes)
        && codes.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(code);

    /// <summary>The codes of a list in force on this day, by code; empty if there is no such list.</summary>
    public IReadOnlyList<LawRow> CodesOf(string list) => _listByName.TryGetValue(list, out var codes)
        ? [.. codes.Values.OrderBy(row => row["code"], StringComparer.Ordinal)]
        : [];

    /// <summary>The words for a code, or the code itself where the list has none.</summary>
    public string TextOfCode(string list, string code, string language) =>
        _listByName.TryGetValue(list, out var codes) && codes.TryGetValue(code, out var row)
            ? row.Text(language)
            : code;

    /// <summary>A setting of the day that is a whole number.</summary>
    /// <exception cref="InvalidDataException">The edition has no such number on this day.</exception>
    public long Setting(string name) => TryGetSetting(name, out var value)
        ? value
        : throw new InvalidDataException(
            $"Edition {Edition} has no number \"{name}\" in tariff.settings on {Day:yyyy-MM-dd}.");

    public bool TryGetSetting(string name, out long value)
    {
        var isFound = _settingByName.TryGetValue(name, out var setting) && setting.IsNumber;
        value = isFound ? setting.Number : 0;
        return isFound;
    }

    /// <summary>A setting of the day as text, or an empty text if there is none.</summary>
    public string TextSetting(string name) => _settingByName.TryGetValue(name, out var setting) ? setting.Text : "";

    /// <summary>Legal ground of a setting, or an empty text.</summary>
    public string GroundOfSetting(string name) =>
        _settingByName.TryGetValue(name, out var setting) ? setting.Ground : "";

    private FrozenDictionary<string, DatedSetting> ReadSettings() =>
        Rows("tariff.settings").ToFrozenDictionary(row => row["name"], DatedSetting.From, StringComparer.Ordinal);

    private FrozenDictionary<string, FrozenDictionary<string, LawRow>> ReadCodeLists() =>
        Rows("tariff.code_lists")
            .GroupBy(row => row["list"], StringComparer.Ordinal)
            .ToFrozenDictionary(
                codes => codes.Key,
                codes => codes.ToFrozenDictionary(row => row["code"], StringComparer.Ordinal),
                StringComparer.Ordinal);

    private readonly record struct DatedSetting(string Text, bool IsNumber, long Number, string Ground)
    {
        public static DatedSetting From(LawRow row)
        {
            var isNumber = long.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            return new DatedSetting(row["value"], isNumber, number, row["ground"]);
        }
    }
}
