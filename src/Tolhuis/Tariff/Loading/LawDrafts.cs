// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Drafts of the next edition. Invariants: a load is wholly in a draft or not at all; what is published is the version
/// that was checked, on the edition then in use; an act and its record in the audit trail are one transaction.
/// </summary>
internal sealed class LawDrafts(
    IConnections connections, EditionShelf shelf, IAuditTrail trail, TimeProvider time) : ILawDrafts
{
    public const int MaxOpen = 50;

    public const int MaxReason = 2_000;

    private const int MaxName = 200;

    private static readonly DateOnly Earliest = new(1990, 1, 1);

    private readonly Lock _lock = new();
    private (int Version, int Edition, DraftCheck Check)? _lastCheck;

    public async Task<LoadOutcome> Load(LoadRequest request, Actor by)
    {
        var today = DutchTime.DateOf(time.NowMicroseconds());
        var from = request.From ?? today;
        if (from < Earliest || from > today.AddYears(10))
            return Refused(Fault(TariffProblems.LoadFrom, $"{from:yyyy-MM-dd}"));
        var draft = request.Draft is { } number ? Find(number) : null;
        if (request.Draft is { } asked && Closed(asked, draft) is { } closed)
            return Refused(closed);
        var (basis, outdated) = draft is null ? (shelf.Current, null) : EditionOf(draft);
        if (outdated is not null)
            return Refused(outdated);
        var faults = new LoadFaults();
        var context = new LoadContext(basis, from, Cut(request.Ground.Trim()), request.IsComplete, faults);
        var incoming = Read(request, context);
        if (incoming is null || !faults.IsNone)
            return new LoadOutcome(null, [], 0, faults.Problems);
        var (table, change) = TableMerge.Apply(incoming, from);
        var load = new DraftLoad(
            0, time.NowMicroseconds(), by, request.Kind, Cut(Path.GetFileName(request.FileName)),
            Convert.ToHexStringLower(SHA256.HashData(request.Content.Span)), request.Content.Length, from,
            context.Ground, [change]);
        var (kept, problem) = await Keep(draft, table, load);
        return problem is not null ? Refused(problem) : new LoadOutcome(Find(kept), [change], incoming.LeftOut, []);
    }

    public IReadOnlyList<LawDraft> List(int limit = 50, int? before = null)
    {
        using var connection = connections.OpenRead();
        return DraftStore.List(connection, before ?? int.MaxValue, Math.Clamp(limit, 1, 200));
    }

    public LawDraft? Find(int number)
    {
        using var connection = connections.OpenRead();
        return DraftStore.Find(connection, number);
    }

    public LawDraft? OfEdition(int edition)
    {
        using var connection = connections.OpenRead();
        return DraftStore.OfEdition(connection, edition);
    }

    public DraftCheck? Check(int number) => Find(number) is { } draft ? Check(draft) : null;

    public async Task<DraftOutcome> Publish(int number, int? version, string reason, Actor by)
    {
        var draft = Find(number);
        if (Closed(number, draft) is { } closed)
            return new DraftOutcome(draft, closed, []);
        if (IsNoReason(reason))
            return new DraftOutcome(draft, Fault(TariffProblems.DraftReason, LoadFaults.Text(MaxReason)), []);
        if (version is { } seen && seen != draft!.Version)
            return new DraftOutcome(draft, Fault(TariffProblems.DraftMoved, LoadFaults.Text(number)), []);
        if (by.Kind == ActorKind.Person
            && draft!.Loads.FirstOrDefault(l => l.By.Kind == ActorKind.Person && l.By.Id == by.Id) is { } own)
            return new DraftOutcome(
                draft, Fault(TariffProblems.DraftSamePerson, LoadFaults.Text(number), own.By.Name), []);
        var current = shelf.Current;
        var check = Check(draft!);
        if (!check.IsFit)
            return new DraftOutcome(draft, check.Problem ?? Unfit(number, check.Faults), check.Faults);
        var (edition, _) = EditionOf(draft!);
        var recorded = await connections.Write((connection, transaction) =>
        {
            // Between the check and here someone may have loaded, published or imported.
            if (TariffStore.Last(connection, transaction)?.Number != current.Number
                || DraftStore.Find(connection, number, transaction) is not { State: DraftState.Open } now
                || now.Version != draft!.Version)
                return null;
            var made = shelf.Record(connection, transaction, edition);
            var isClosed = DraftStore.TryClose(
                connection, transaction, draft, DraftState.Published, made.Number, time.NowMicroseconds(), by,
                reason.Trim());
            Invariant.Holds(isClosed, "a draft seen open in a transaction is closed in it");
            Tell(connection, transaction, by, "tariff:publish", number, string.Create(
                CultureInfo.InvariantCulture,
                $"edition {made.Number} sha256 {made.Hash}; files {FilesOf(draft)}; {reason.Trim()}"));
            return made;
        });
        if (recorded is null)
            return new DraftOutcome(Find(number), Fault(TariffProblems.DraftMoved, LoadFaults.Text(number)), []);
        shelf.Adopt(recorded);
        return new DraftOutcome(Find(number), null, []);
    }

    public async Task<DraftOutcome> Withdraw(int number, string reason, Actor by)
    {
        var draft = Find(number);
        if (Closed(number, draft) is { } closed)
            return new DraftOutcome(draft, closed, []);
        if (IsNoReason(reason))
            return new DraftOutcome(draft, Fault(TariffProblems.DraftReason, LoadFaults.Text(MaxReason)), []);
        var isDone = await connections.Write((connection, transaction) =>
        {
            var isClosed = DraftStore.TryClose(
                connection, transaction, draft!, DraftState.Withdrawn, null, time.NowMicroseconds(), by,
                reason.Trim());
            if (isClosed)
                Tell(connection, transaction, by, "tariff:withdraw", number, reason.Trim());
            return isClosed;
        });
        return new DraftOutcome(
            Find(number), isDone ? null : Fault(TariffProblems.DraftMoved, LoadFaults.Text(number)), []);
    }

    private static IncomingTable? Read(LoadRequest request, LoadContext context)
    {
        try
        {
            return LawFileKinds.Read(request.Kind, request.Content.Span, context);
        }
        catch (InvalidDataException wrong)
        {
            var what = LoadFaults.Shown(wrong.Message);
            context.Faults.OfFile(TariffProblems.LoadRow, "", request.Kind, what, what);
            return null;
        }
    }

    private async Task<(int Number, Problem? Problem)> Keep(LawDraft? draft, LawTable table, DraftLoad load) =>
        await connections.Write<(int, Problem?)>((connection, transaction) =>
        {
            int number;
            if (draft is null)
            {
                var open = DraftStore.CountOpen(connection, transaction);
                if (open >= MaxOpen)
                    return (0, Fault(
                        TariffProblems.DraftTooMany, LoadFaults.Text(open), LoadFaults.Text(MaxOpen)));
                number = DraftStore.Add(
                    connection, transaction, shelf.Current.Number, load.LoadedAt, LawBundle.Write([table]));
            }
            else
            {
                number = draft.Number;
                var tables = LawBundle.Read(DraftStore.Bundle(connection, number, transaction)!);
                tables.RemoveAll(t => t.Name == table.Name);
                if (!DraftStore.TryReplace(
                    connection, transaction, number, draft.Version, LawBundle.Write([.. tables, table])))
                    return (0, Fault(TariffProblems.DraftMoved, LoadFaults.Text(number)));
            }

            DraftStore.AddLoad(connection, transaction, number, load);
            Tell(connection, transaction, load.By, "tariff:load", number, string.Create(
                CultureInfo.InvariantCulture,
                $"{load.Kind} {load.FileName} sha256 {load.Sha256} from {load.From:yyyy-MM-dd}"));
            return (number, null);
        });

    private DraftCheck Check(LawDraft draft)
    {
        var current = shelf.Current;
        lock (_lock)
        {
            if (_lastCheck is { } last && last.Edition == current.Number && last.Version == draft.Version
                && last.Check.Draft.Number == draft.Number && last.Check.Draft.State == draft.State)
                return last.Check;
        }

        var (edition, problem) = EditionOf(draft);
        // A closed draft is compared with the edition it was made on: that is what it changed.
        var against = draft.State == DraftState.Open ? current : shelf.Edition(draft.BasedOn) ?? current;
        var differs = EditionDifference.Between(against, edition);
        problem ??= Closed(draft.Number, draft)
            ?? (differs.Count == 0 ? Fault(TariffProblems.DraftEmpty, LoadFaults.Text(draft.Number)) : null);
        var check = new DraftCheck(draft, LawEdition.FaultsOf(edition), differs.FirstDay, differs, problem);
        lock (_lock)
            _lastCheck = (draft.Version, current.Number, check);
        return check;
    }

    // The edition as it would be, and why it cannot: another edition has changed the same tables since.
    private (LawEdition Edition, Problem? Outdated) EditionOf(LawDraft draft)
    {
        List<LawTable> tables;
        using (var connection = connections.OpenRead())
            tables = LawBundle.Read(DraftStore.Bundle(connection, draft.Number)!);
        var current = shelf.Current;
        var basis = shelf.Edition(draft.BasedOn) ?? current;
        if (draft.State != DraftState.Open)
            return (With(basis, tables), null);
        if (current.Number == draft.BasedOn)
            return (With(current, tables), null);
        var both = tables.Where(table => !IsSame(Named(basis, table.Name), Named(current, table.Name)))
            .Select(table => table.Name).ToList();
        return both.Count == 0
            ? (With(current, tables), null)
            : (With(basis, tables), Fault(
                TariffProblems.DraftOutdated, LoadFaults.Text(draft.Number), LoadFaults.Text(draft.BasedOn),
                LoadFaults.Text(current.Number), string.Join(", ", both)));
    }

    // An edition taken over under an older program may lack tables that this program has come to know.
    private static LawEdition With(LawEdition basis, List<LawTable> tables) => basis.With(
        basis.Number + 1,
        [
            .. tables,
            .. LawEdition.BuiltIn.Tables.Where(t => !basis.HasTable(t.Name) && !tables.Exists(o => o.Name == t.Name)),
        ]);

    private static LawTable? Named(LawEdition edition, string name) =>
        edition.Tables.FirstOrDefault(table => table.Name == name);

    private static bool IsSame(LawTable? left, LawTable? right) => left is null || right is null
        ? left == right
        : LawBundle.Write([left]).AsSpan().SequenceEqual(LawBundle.Write([right]));

    private void Tell(
        System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, Actor by,
        string action, int draft, string details) =>
        trail.Record(connection, transaction, new TrailEntry(
            by, action, "draft", LoadFaults.Text(draft), Details: details));

    private static string FilesOf(LawDraft draft) =>
        string.Join(", ", draft.Loads.Select(load => $"{load.FileName} {load.Sha256}"));

    private static Problem? Closed(int number, LawDraft? draft) => draft switch
    {
        null => Fault(TariffProblems.DraftNotFound, LoadFaults.Text(number)),
        { State: not DraftState.Open } => Fault(TariffProblems.DraftClosed, LoadFaults.Text(number)),
        _ => null,
    };

    private static Problem Unfit(int number, IReadOnlyList<LawFault> faults) => Fault(
        TariffProblems.DraftUnfit, LoadFaults.Text(number), LoadFaults.Text(faults.Count), faults[0].In("nl"),
        faults[0].In("en"));

    private static Problem Fault(string code, params string[] values) =>
        new(code, Severity.Reject, Arguments: Array.ConvertAll(values, v => v.Length <= MaxName ? v : v[..MaxName]));

    private static LoadOutcome Refused(Problem problem) => new(null, [], 0, [problem]);

    private static bool IsNoReason(string reason) => reason.Trim().Length is 0 or > MaxReason;

    private static string Cut(string text)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return clean.Length <= MaxName ? clean : clean[..MaxName];
    }
}
