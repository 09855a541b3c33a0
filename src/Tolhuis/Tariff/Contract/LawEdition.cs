// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;

namespace Tolhuis.Tariff.Contract;

/// <summary>Something wrong in an edition of the law, for the one who made it.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Row">The row as text, or empty where the table as a whole is meant.</param>
/// <param name="What">What is wrong, in English, in one sentence.</param>
/// <param name="WhatDutch">The same sentence in Dutch.</param>
public sealed record LawFault(string Table, string Row, string What, string WhatDutch)
{
    /// <summary>What is wrong, in Dutch (<c>nl</c>) or English (<c>en</c>).</summary>
    public string WhatIn(string language) => language == "en" ? What : WhatDutch;

    /// <summary>Table, what is wrong and the row, in Dutch (<c>nl</c>) or English (<c>en</c>).</summary>
    public string In(string language)
    {
        var row = Row.Length == 0 ? "" : language == "en" ? $" Row: {Row}" : $" Rij: {Row}";
        return $"{Table}: {WhatIn(language)}{row}";
    }

    public override string ToString() => In("en");
}

/// <summary>
/// One edition of the law: every dated row known at one moment (rates, limits, code lists, restricted goods, rules and
/// their sentences), immutable and numbered. A decision keeps the number, so that a replay reads the same rows years
/// later. Safe for use by all threads at once.
/// </summary>
public sealed partial class LawEdition
{
    /// <summary>Days kept ready per edition: a replay over a year passes by day after day.</summary>
    private const int MaxDaysKept = 40;

    private static readonly Lazy<LawEdition> TheBuiltIn = new(ReadBuiltIn);

    private readonly Dictionary<string, LawTable> _tableByName;
    private readonly byte[] _bundle;
    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, LawOfTheDay> _lawByDay = [];
    private readonly Queue<DateOnly> _daysKept = new();
    private volatile LawOfTheDay? _lastAsked;

    private LawEdition(int number, IEnumerable<LawTable> tables)
    {
        Tables = [.. tables.OrderBy(t => t.Name, StringComparer.Ordinal)];
        _tableByName = new Dictionary<string, LawTable>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            if (!_tableByName.TryAdd(table.Name, table))
                throw new InvalidDataException($"{table.Name}: the table stands twice in the edition.");
        }

        _measures = new Lazy<Measure[]>(() => MeasureRows.Read(this));
        _nomenclature = new Lazy<NomenclatureEntry[]>(ReadNomenclature);
        _changeDays = new Lazy<DateOnly[]>(ReadChangeDays);
        _groupNames = new Lazy<HashSet<string>>(ReadGroupNames);
        Number = number;
        _bundle = LawBundle.Write(Tables);
        Hash = Convert.ToHexStringLower(SHA256.HashData(_bundle));
    }

    /// <summary>The law that comes with the program: the tables in the Law folders of all modules.</summary>
    public static LawEdition BuiltIn => TheBuiltIn.Value;

    /// <summary>Ascending number; 1 is the edition that comes with the program.</summary>
    public int Number { get; private init; }

    /// <summary>SHA-256 over all rows, in hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>All tables, by name.</summary>
    public IReadOnlyList<LawTable> Tables { get; }

    /// <summary>
    /// Reads an edition as <see cref="ToBundle"/> wrote it. Form is checked here; <see cref="FaultsOf"/> checks the
    /// content.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no bundle, are too many or name no dates; the message says
    /// where.</exception>
    public static LawEdition Parse(int number, ReadOnlyMemory<byte> bundle) => new(number, LawBundle.Read(bundle.Span));

    /// <summary>Reads one table from a file of comma-separated values, e.g. to import it.</summary>
    /// <param name="name">Name of the table: <c>module.file</c>.</param>
    /// <param name="csv">The whole file in UTF-8, header first.</param>
    /// <exception cref="InvalidDataException">The file is no table; the message says where.</exception>
    public static LawTable ParseTable(string name, ReadOnlyMemory<byte> csv) => LawBundle.ReadTable(name, csv.Span);

    /// <summary>
    /// Everything wrong in the content of an edition, at most 200 faults; an edition with faults is not taken into use.
    /// </summary>
    public static IReadOnlyList<LawFault> FaultsOf(LawEdition edition) => new EditionCheck(edition).Faults();

    /// <summary>All tables in one canonical text: equal law gives equal bytes.</summary>
    public byte[] ToBundle() => (byte[])_bundle.Clone();

    /// <summary>The same law under another number.</summary>
    public LawEdition WithNumber(int number) => number == Number ? this : new LawEdition(number, Tables);

    /// <summary>A new edition in which the given tables take the place of those with the same name.</summary>
    public LawEdition With(int number, IReadOnlyList<LawTable> tables) =>
        new(number, tables.Concat(Tables.ExceptBy(tables.Select(t => t.Name), t => t.Name)));

    internal LawEdition Without(string table) => new(Number, Tables.Where(its => its.Name != table));

    /// <summary>True if the edition has a code of the list on any day.</summary>
    internal bool HasList(string list) => Table("tariff.code_lists").Any(row => row["list"] == list);

    public bool HasTable(string name) => _tableByName.ContainsKey(name);

    /// <summary>
    /// All rows of a table, of all periods, in the order of their text; empty if there is no such table.
    /// </summary>
    public IReadOnlyList<LawRow> Table(string name) => _tableByName.TryGetValue(name, out var table) ? table.Rows : [];

    /// <summary>
    /// The law in force on a civil date in the Netherlands. The same object for the same date while it is kept ready.
    /// </summary>
    public LawOfTheDay On(DateOnly day)
    {
        if (_lastAsked is { } last && last.Day == day)
            return last;
        lock (_lock)
        {
            if (!_lawByDay.TryGetValue(day, out var law))
            {
                law = LawOfTheDay.Make(this, day);
                if (_daysKept.Count == MaxDaysKept)
                    _lawByDay.Remove(_daysKept.Dequeue());
                _lawByDay.Add(day, law);
                _daysKept.Enqueue(day);
            }

            _lastAsked = law;
            return law;
        }
    }

    private static LawEdition ReadBuiltIn()
    {
        const string Folder = ".Law.";
        const string Ending = ".csv";
        var assembly = typeof(LawEdition).Assembly;
        var tables = new List<LawTable>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var at = resource.IndexOf(Folder, StringComparison.Ordinal);
            if (at < 0 || !resource.EndsWith(Ending, StringComparison.Ordinal))
                continue;
            var module = resource[(resource.LastIndexOf('.', at - 1) + 1)..at].ToLowerInvariant();
            var file = resource[(at + Folder.Length)..^Ending.Length];
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var csv = new byte[stream.Length];
            stream.ReadExactly(csv);
            tables.Add(LawBundle.ReadTable($"{module}.{file}", csv));
        }

        return new LawEdition(1, tables);
    }
}
