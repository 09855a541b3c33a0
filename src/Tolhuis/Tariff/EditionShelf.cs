// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// The editions of one store. Invariants:
/// - the store has at least one edition, the one in use has the highest number;
/// - an edition that an operator took over stays in use when the program is renewed;
/// - what is read from the store has the hash that was recorded with it.
/// </summary>
internal sealed class EditionShelf : ITariff
{
    private const string FromProgram = "program";
    private const string FromImport = "import";

    // A replay needs the edition in use and a few before it.
    private const int MaxEditionsKept = 8;

    private readonly Func<DbConnection> _open;
    private readonly Action<Action<DbConnection, DbTransaction?>> _write;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, LawEdition> _editionByNumber = [];
    private volatile LawEdition _current;

    /// <param name="write">Runs a write in a transaction; without it a connection from <paramref name="open"/> writes.</param>
    public EditionShelf(Func<DbConnection> open, TimeProvider time, Action<Action<DbConnection, DbTransaction?>>? write = null)
    {
        _open = open;
        _write = write ?? WriteByOpening;
        _time = time;
        using var connection = open();
        var last = TariffStore.Last(connection);
        if (last is null || last.Source == FromProgram && last.Hash != LawEdition.BuiltIn.Hash)
            _current = Record(LawEdition.BuiltIn, (last?.Number ?? 0) + 1, FromProgram);
        else
            _current = last.Hash == LawEdition.BuiltIn.Hash
                ? LawEdition.BuiltIn.WithNumber(last.Number)
                : Read(connection, last.Number)!;
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
            using var connection = _open();
            if (Read(connection, number) is not { } edition)
                return null;
            if (_editionByNumber.Count == MaxEditionsKept)
                _editionByNumber.Clear();
            _editionByNumber.Add(number, edition);
            return edition;
        }
    }

    public IReadOnlyList<EditionRecord> Editions()
    {
        using var connection = _open();
        return TariffStore.List(connection);
    }

    public ImportOutcome Import(ReadOnlyMemory<byte> bundle)
    {
        LawEdition offered;
        try
        {
            offered = LawEdition.Parse(0, bundle);
        }
        catch (InvalidDataException refusal)
        {
            return Refused([new LawFault("", "", refusal.Message)]);
        }

        var faults = LawEdition.FaultsOf(offered);
        if (faults.Count > 0)
            return Refused(faults);
        lock (_lock)
        {
            if (offered.Hash == _current.Hash)
                return new ImportOutcome(
                    _current, Problem(TariffProblems.EditionUnchanged, Invariantly(_current.Number)), []);
            _current = Record(offered, _current.Number + 1, FromImport);
            return new ImportOutcome(_current, null, []);
        }
    }

    private ImportOutcome Refused(IReadOnlyList<LawFault> faults) => new(
        null, Problem(TariffProblems.EditionInvalid, Invariantly(faults.Count), faults[0].ToString()), faults);

    private Problem Problem(string code, params string[] args) =>
        new ProblemCatalogue(LawEdition.BuiltIn).Make(code, DutchTime.DateOf(_time.NowMicroseconds()), "", "", args);

    private LawEdition Record(LawEdition edition, int number, string source)
    {
        var numbered = edition.WithNumber(number);
        var record = new EditionRecord(number, _time.NowMicroseconds(), source, numbered.Hash);
        _write((connection, transaction) => TariffStore.Add(connection, transaction, record, numbered.ToBundle()));
        return numbered;
    }

    private void WriteByOpening(Action<DbConnection, DbTransaction?> work)
    {
        using var connection = _open();
        work(connection, null);
    }

    private static LawEdition? Read(DbConnection connection, int number)
    {
        if (TariffStore.Read(connection, number) is not var (bundle, hash))
            return null;
        var edition = LawEdition.Parse(number, bundle);
        Invariant.Holds(edition.Hash == hash, $"edition {number} of the law is as it was recorded");
        return edition;
    }

    private static string Invariantly(int number) => number.ToString(CultureInfo.InvariantCulture);
}
