// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// The measures in force on one day, ready to be asked for: by type of question, code, origin, preference and
/// additional code. Constant time, nothing is allocated.
/// </summary>
internal sealed class MeasureBook
{
    private readonly Prefixes<Placed[]> _duties;
    private readonly Prefixes<Placed[]> _defence;
    private readonly Prefixes<Placed[]> _defenceBelow;
    private readonly Prefixes<Placed[]> _demands;
    private readonly Prefixes<NomenclatureEntry> _nomenclature;
    private readonly FrozenSet<string> _orderNumbers;

    public MeasureBook(LawEdition edition, DateOnly day)
    {
        KnowsQuotas = edition.HasTable(MeasureRows.Table);
        var groups = GroupsOf(edition, day);
        var placed = edition.Measures.Where(measure => measure.Row.IsInForce(day))
            .Select(measure => new Placed(measure, groups.GetValueOrDefault(measure.Origin)))
            .OrderBy(place => place.Rank)
            .ThenBy(place => place.Measure.AdditionalCode.Length == 0)
            .ThenBy(place => place.Measure.Type)
            .ToArray();
        _duties = ByCode(placed.Where(place => place.Measure.Type <= MeasureType.Quota));
        var defence = placed.Where(place => IsDefence(place.Measure.Type)).ToArray();
        _defence = ByCode(defence);
        _defenceBelow = Below(defence);
        _demands = ByCode(placed.Where(place => place.Measure.Type >= MeasureType.Document));
        _orderNumbers = placed.Select(place => place.Measure.OrderNumber)
            .Where(number => number.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        _nomenclature = new Prefixes<NomenclatureEntry>(edition.Nomenclature
            .Where(entry => entry.Row.IsInForce(day))
            .Select(entry => KeyValuePair.Create(entry.Code, entry)));
    }

    public bool HasDemands => !_demands.IsEmpty;

    /// <summary>False for an edition from before the table of measures: it said nothing of quotas.</summary>
    public bool KnowsQuotas { get; }

    public bool IsOrderNumber(string number) => _orderNumbers.Contains(number);

    /// <summary>True if there is a trade defence duty of any origin for the code or below it: seldom.</summary>
    public bool MayHaveDefence(CommodityCode code) =>
        _defence.TryGet(code, out _) || code.DigitCount < Prefixes<int>.MaxLength && _defenceBelow.TryGet(code, out _);

    /// <summary>
    /// The customs duty claimed by a preference: the longest code wins, then the nearest origin. Null if there is none.
    /// </summary>
    public Measure? Duty(CommodityCode code, CountryCode origin, string preference, IReadOnlyList<string> additional)
    {
        var shorterThan = Prefixes<int>.MaxLength + 1;
        while (_duties.TryGet(code, shorterThan, out var places, out shorterThan))
        {
            foreach (var place in places)
            {
                if (place.IsClaimedBy(preference) && place.IsFor(origin) && place.HasCodeOf(additional))
                    return place.Measure;
            }
        }

        return null;
    }

    /// <summary>
    /// The duty claimed for a preferential origin: a country as declared, or a group of four digits, which gets what is
    /// for that group only. Null if there is none, or the origin is not declared or unknown.
    /// </summary>
    public Measure? PreferentialDuty(
        CommodityCode code, string origin, string preference, IReadOnlyList<string> additional)
    {
        if (origin.Length == 2 && CountryCode.TryParse(origin, out var country))
            return Duty(code, country, preference, additional);
        if (origin.Length != 4)
            return null;
        var shorterThan = Prefixes<int>.MaxLength + 1;
        while (_duties.TryGet(code, shorterThan, out var places, out shorterThan))
        {
            foreach (var place in places)
            {
                if (place.Measure.Origin == origin && place.IsClaimedBy(preference) && place.HasCodeOf(additional))
                    return place.Measure;
            }
        }

        return null;
    }

    /// <summary>
    /// The duty of a trade defence type. <paramref name="isOpen"/> if there is one for the goods but the declaration
    /// does not say which: no origin, an additional code that is missing, or a code that is too short.
    /// </summary>
    public Measure? Defence(
        MeasureType type, CommodityCode code, CountryCode origin, IReadOnlyList<string> additional, out bool isOpen)
    {
        isOpen = false;
        var shorterThan = Prefixes<int>.MaxLength + 1;
        while (_defence.TryGet(code, shorterThan, out var places, out shorterThan))
        {
            foreach (var place in places)
            {
                var measure = place.Measure;
                if (measure.Type != type || !origin.IsEmpty && !place.IsFor(origin))
                    continue;
                isOpen = true;
                if (origin.IsEmpty || !place.HasCodeOf(additional))
                    continue;
                isOpen = false;
                return measure;
            }

            if (isOpen)
                return null;
        }

        isOpen = code.DigitCount < Prefixes<int>.MaxLength && IsBelow(type, code, origin);
        return null;
    }

    /// <summary>Walks the measures that ask for documents, the longest code first.</summary>
    public bool TryDemands(CommodityCode code, ref int shorterThan, out ReadOnlySpan<Placed> places)
    {
        var isFound = _demands.TryGet(code, shorterThan, out var found, out shorterThan);
        places = isFound ? found : [];
        return isFound;
    }

    /// <summary>All measures for a code and, if given, an origin; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<Measure> Of(CommodityCode code, CountryCode? origin, int most)
    {
        var found = new List<Measure>();
        foreach (var table in (Prefixes<Placed[]>[])[_duties, _defence, _demands])
        {
            var shorterThan = Prefixes<int>.MaxLength + 1;
            while (table.TryGet(code, shorterThan, out var places, out shorterThan))
                found.AddRange(places.Where(p => origin is not { } from || p.IsFor(from)).Select(p => p.Measure));
        }

        return [.. found.OrderByDescending(measure => measure.Code.Length).Take(most)];
    }

    public IReadOnlyList<NomenclatureEntry> PathOf(CommodityCode code)
    {
        var path = new List<NomenclatureEntry>();
        var shorterThan = Prefixes<int>.MaxLength + 1;
        while (_nomenclature.TryGet(code, shorterThan, out var entry, out shorterThan))
            path.Add(entry);
        path.Reverse();
        return path;
    }

    /// <summary>The unit of the longest code that has one; empty if none has.</summary>
    public string SupplementaryUnit(CommodityCode code)
    {
        var shorterThan = Prefixes<int>.MaxLength + 1;
        while (_nomenclature.TryGet(code, shorterThan, out var entry, out shorterThan))
        {
            if (entry.SupplementaryUnit.Length > 0)
                return entry.SupplementaryUnit;
        }

        return "";
    }

    private bool IsBelow(MeasureType type, CommodityCode code, CountryCode origin)
    {
        if (!_defenceBelow.TryGet(code, out var places))
            return false;
        // A loop, since a lambda would allocate for every line.
        foreach (var place in places)
        {
            if (place.Measure.Type == type && (origin.IsEmpty || place.IsFor(origin)))
                return true;
        }

        return false;
    }

    private static bool IsDefence(MeasureType type) => type is > MeasureType.Quota and < MeasureType.Document;

    private static FrozenDictionary<string, FrozenSet<CountryCode>> GroupsOf(LawEdition edition, DateOnly day) =>
        edition.Table("tariff.country_groups").Where(row => row.IsInForce(day))
            .GroupBy(row => row["group"], StringComparer.Ordinal)
            .ToFrozenDictionary(
                rows => rows.Key,
                rows => rows.Select(CountryOf).ToFrozenSet(),
                StringComparer.Ordinal);

    private static CountryCode CountryOf(LawRow row) => CountryCode.TryParse(row["country"], out var country)
        ? country
        : throw new InvalidDataException($"{row.Table.Name}: the country cannot be read in the row {row}");

    private static Prefixes<Placed[]> ByCode(IEnumerable<Placed> places) => new(
        places.GroupBy(place => place.Measure.Code, StringComparer.Ordinal)
            .Select(rows => KeyValuePair.Create(rows.Key, rows.ToArray())));

    // What stands under a code that is declared with fewer digits.
    private static Prefixes<Placed[]> Below(IEnumerable<Placed> places) => new(
        places.SelectMany(place => (int[])[6, 8], (place, length) => (place, length))
            .Where(pair => pair.place.Measure.Code.Length > pair.length)
            .GroupBy(pair => pair.place.Measure.Code[..pair.length], pair => pair.place, StringComparer.Ordinal)
            .Select(rows => KeyValuePair.Create(rows.Key, rows.ToArray())));

    /// <summary>A measure with the countries of its group on the day.</summary>
    internal readonly struct Placed
    {
        private readonly CountryCode _country;
        private readonly FrozenSet<CountryCode>? _group;

        public Placed(Measure measure, FrozenSet<CountryCode>? group)
        {
            Measure = measure;
            _group = group;
            if (group is null && measure.Origin.Length > 0 && !CountryCode.TryParse(measure.Origin, out _country))
                _group = [];
            Rank = measure.Origin.Length == 0 ? 2 : _group is null ? 0 : 1;
        }

        public Measure Measure { get; }

        /// <summary>0 for one country, 1 for a group, 2 for all.</summary>
        public int Rank { get; }

        public bool IsFor(CountryCode origin)
        {
            var isNamed = Rank switch
            {
                0 => _country == origin,
                1 => _group!.Contains(origin),
                _ => true,
            };
            return isNamed && (Measure.ExcludedOrigins.Count == 0 || !Measure.ExcludedOrigins.Contains(origin));
        }

        /// <summary>True if the measure asks no additional code, or the line carries it.</summary>
        public bool HasCodeOf(IReadOnlyList<string> additional)
        {
            if (Measure.AdditionalCode.Length == 0)
                return true;
            for (var i = 0; i < additional.Count; i++)
            {
                if (additional[i] == Measure.AdditionalCode)
                    return true;
            }

            return false;
        }

        /// <summary>
        /// True if the measure asks nothing of the line: it is for another origin or additional code, or a document is
        /// there. An origin that is not declared (H7) is none of those named.
        /// </summary>
        public bool IsMetBy(TaxableLine line) =>
            !IsFor(line.Origin) || !HasCodeOf(line.AdditionalCodes) || Measure.IsDocumentedBy(line);

        public bool IsClaimedBy(string preference)
        {
            var claims = Measure.Preferences;
            for (var i = 0; i < claims.Count; i++)
            {
                if (claims[i] == preference)
                    return true;
            }

            return false;
        }
    }
}
