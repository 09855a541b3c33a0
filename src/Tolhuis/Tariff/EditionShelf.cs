// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// The editions of one store. Invariants:
/// - the store has at least one edition, the one in use has the highest number;
/// - an edition that an operator took over stays in use when the program is renewed, made whole for what the program
///   has come to read;
/// - what is read from the store has the hash that was recorded with it.
/// </summary>
internal sealed class EditionShelf : ITariff
{
    private const string FromProgram = "program";
    private const string FromImport = "import";

    // A replay needs the edition in use and a few before it.
    private const int MaxEditionsKept = 8;

    private readonly IConnections _connections;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, LawEdition> _editionByNumber = [];
    private volatile LawEdition _current;

    private EditionShelf(IConnections connections, TimeProvider time, LawEdition current)
    {
        _connections = connections;
        _time = time;
        _current = current;
    }

    /// <param name="trail">Where it is told that an edition was made whole; without it none is.</param>
    public static async Task<EditionShelf> Open(
        IConnections connections, TimeProvider time, IAuditTrail? trail = null)
    {
        EditionRecord? last;
        using (var connection = connections.OpenRead())
            last = TariffStore.Last(connection);
        if (last?.Hash == LawEdition.BuiltIn.Hash)
            return new EditionShelf(connections, time, LawEdition.BuiltIn.WithNumber(last.Number));
        if (last is null || last.Source == FromProgram)
        {
            var recorded = await connections.Write((connection, transaction) =>
                Record(connection, transaction, LawEdition.BuiltIn, FromProgram, time.NowMicroseconds()));
            return new EditionShelf(connections, time, recorded);
        }

        var taken = Read(connections, last.Number)!;
        if (trail is not null && EditionCompletion.Of(taken) is var (whole, tables))
        {
            taken = await connections.Write((connection, transaction) =>
            {
                var made = Record(connection, transaction, whole, FromImport, time.NowMicroseconds());
                trail.Record(connection, transaction, new TrailEntry(
                    Actor.System, "tariff:complete", "edition", Invariantly(made.Number), Details:
                    $"edition {Invariantly(last.Number)} with the program's {string.Join(", ", tables)}"));
                return made;
            });
        }

        return new EditionShelf(connections, time, taken);
    }

    public LawEdition Current => _current;

    public LawEdition? Edition(int number)
    {
        var current = _current;
        if (number == current.Number)
            return current;
        lock (_lock)
        {
            if (_editionByNumber.TryGetValue(number, out var kept))
                return kept;
            if (Read(_connections, number) is not { } edition)
                return null;
            if (_editionByNumber.Count == MaxEditionsKept)
                _editionByNumber.Clear();
            _editionByNumber.Add(number, edition);
            return edition;
        }
    }

    public IReadOnlyList<EditionRecord> Editions()
    {
        using var connection = _connections.OpenRead();
        return TariffStore.List(connection);
    }

    public async Task<ImportOutcome> Import(ReadOnlyMemory<byte> bundle)
    {
        LawEdition offered;
        try
        {
            offered = LawEdition.Parse(0, bundle);
        }
        catch (InvalidDataException refusal)
        {
            return Refused([new LawFault("", "", refusal.Message, refusal.Message)]);
        }

        var faults = LawEdition.FaultsOf(offered);
        if (faults.Count > 0)
            return Refused(faults);
        var current = _current;
        if (offered.Hash == current.Hash)
            return new ImportOutcome(
                current, Problem(TariffProblems.EditionUnchanged, Invariantly(current.Number)), []);
        var recorded = await _connections.Write((connection, transaction) =>
            Record(connection, transaction, offered));
        Adopt(recorded);
        return new ImportOutcome(recorded, null, []);
    }

    /// <summary>Records an edition as the next number in the caller's transaction; adopt it after the commit.</summary>
    public LawEdition Record(DbConnection connection, DbTransaction transaction, LawEdition edition) =>
        Record(connection, transaction, edition, FromImport, _time.NowMicroseconds());

    /// <summary>Takes a recorded edition into use.</summary>
    public void Adopt(LawEdition recorded)
    {
        lock (_lock)
        {
            // Of two at once the one recorded last is in use, whichever comes here first.
            if (recorded.Number > _current.Number)
                _current = recorded;
        }
    }

    private ImportOutcome Refused(IReadOnlyList<LawFault> faults) => new(
        null, Problem(
            TariffProblems.EditionInvalid, Invariantly(faults.Count), faults[0].In("nl"), faults[0].In("en")), faults);

    private Problem Problem(string code, params string[] args) =>
        new ProblemCatalogue(LawEdition.BuiltIn).Make(code, DutchTime.DateOf(_time.NowMicroseconds()), "", "", args);

    private static LawEdition Record(
        DbConnection connection, DbTransaction transaction, LawEdition edition, string source, long recordedAt)
    {
        var number = (TariffStore.Last(connection, transaction)?.Number ?? 0) + 1;
        var numbered = edition.WithNumber(number);
        TariffStore.Add(
            connection, transaction, new EditionRecord(number, recordedAt, source, numbered.Hash), numbered.ToBundle());
        return numbered;
    }

    private static LawEdition? Read(IConnections connections, int number)
    {
        using var connection = connections.OpenRead();
        if (TariffStore.Read(connection, number) is not var (bundle, hash))
            return null;
        var edition = LawEdition.Parse(number, bundle);
        Invariant.Holds(edition.Hash == hash, $"edition {number} of the law is as it was recorded");
        return edition;
    }

    private static string Invariantly(int number) => number.ToString(CultureInfo.InvariantCulture);
}
