// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Controls;

/// <summary>Answers questions about control orders, and what became of them.</summary>
public sealed class ControlOrders(IConnections connections, ITariff tariff, TimeProvider time) : IControls
{
    private const int MaxRows = 200;
    private const int MaxPages = 10;

    // Within the decider's transaction: all others wait for it.
    private const int NextRows = 20;
    private const int NextPages = 3;

    public IReadOnlyList<ControlOrder> Of(DeclarationRow declaration)
    {
        using var connection = connections.OpenRead();
        return ControlsStore.Of(connection, declaration.FirstLine, declaration.FirstLine + declaration.LineCount)
            .ToList();
    }

    public IReadOnlyList<ControlOrder> Open(int limit = 50, long after = 0)
    {
        using var connection = connections.OpenRead();
        return ControlsStore.Open(connection, Math.Clamp(limit, 1, MaxRows), after).ToList();
    }

    public long CountOpen()
    {
        using var connection = connections.OpenRead();
        return ControlsStore.CountOpen(connection);
    }

    public ControlOrder? Find(long orderId)
    {
        using var connection = connections.OpenRead();
        return ControlsStore.Find(connection, orderId);
    }

    public IReadOnlyList<ControlCase> Cases(ControlFilter filter)
    {
        using var connection = connections.OpenRead();
        return Visible(connection, filter, Math.Clamp(filter.Limit, 1, MaxRows));
    }

    public IReadOnlyDictionary<ControlStage, long> CountCases()
    {
        using var connection = connections.OpenRead();
        return CaseStore.Count(connection, time.NowMicroseconds());
    }

    public HeldCounts CountHeld(long personId)
    {
        using var connection = connections.OpenRead();
        return CaseStore.CountHeld(connection, personId, time.NowMicroseconds(), MaxRows);
    }

    public ControlCase? CaseOf(long declarationId)
    {
        using var connection = connections.OpenRead();
        var row = CaseStore.Find(
            connection, declarationId.ToString(CultureInfo.InvariantCulture), time.NowMicroseconds());
        return row is null ? null : WithOrders(connection, [row])[0];
    }

    public long? NextFree(DbConnection connection, DbTransaction transaction, ControlFilter filter) =>
        Visible(connection, filter with { IsFree = true, HeldBy = null }, 1, transaction)
            .FirstOrDefault()?.DeclarationId;

    public bool IsBlind(ControlOrder order)
    {
        if (order.State == ControlState.Finished || !IsDrawn(order))
            return false;
        using var connection = connections.OpenRead();
        return !ControlsStore.HasFinding(connection, order.DeclarationId, order.Id);
    }

    public IReadOnlyList<Finding> Findings(long declarationId)
    {
        using var connection = connections.OpenRead();
        return FindingStore.Findings(connection, declarationId);
    }

    public IReadOnlyList<Hearing> Hearings(long declarationId)
    {
        using var connection = connections.OpenRead();
        return FindingStore.Hearings(connection, declarationId);
    }

    public IReadOnlyList<Hearing> HearingsOpen(IReadOnlyList<long> declarantIds, int limit = 50)
    {
        if (declarantIds.Count == 0)
            return [];
        using var connection = connections.OpenRead();
        return FindingStore.HearingsOpen(
            connection, declarantIds, time.NowMicroseconds(), Math.Clamp(limit, 1, MaxRows));
    }

    public Hearing? OpenHearing(DeclarationRow declaration) => declaration.State == DeclarationState.UnderControl
        ? Hearings(declaration.Id).LastOrDefault(hearing => hearing.DecidedAt is null)
        : null;

    public IReadOnlyList<ControlOutcome> Outcomes(long declarationId)
    {
        using var connection = connections.OpenRead();
        return OutcomeStore.Of(connection, declarationId);
    }

    public IReadOnlyList<ControlOutcome> Outcomes(OutcomeFilter filter)
    {
        using var connection = connections.OpenRead();
        return OutcomeStore.List(connection, filter, Math.Clamp(filter.Limit, 1, MaxRows));
    }

    public ControlEffect Effect(DateOnly from, DateOnly last, bool withSimulated = true)
    {
        using var connection = connections.OpenRead();
        return OutcomeStore.Effect(connection, from, last, withSimulated);
    }

    public IReadOnlyList<DayEffect> EffectByDay(DateOnly from, DateOnly last, bool withSimulated = true)
    {
        using var connection = connections.OpenRead();
        return OutcomeStore.EffectByDay(connection, from, last, withSimulated);
    }

    // Who asks for a kind does not get what is hidden: that it is in the answer would say its kind.
    private List<ControlCase> Visible(
        DbConnection connection, ControlFilter filter, int limit, DbTransaction? next = null)
    {
        var now = time.NowMicroseconds();
        var isKind = filter.Kind is not null;
        var (size, pages) = isKind ? next is null ? (MaxRows, MaxPages) : (NextRows, NextPages) : (limit, 1);
        var found = new List<ControlCase>();
        var after = filter.After;
        for (var page = 0; page < pages && found.Count < limit; page++)
        {
            var rows = CaseStore.Page(connection, filter, now, after, size, next);
            found.AddRange(WithOrders(connection, rows, next).Where(one => !isKind || !one.IsBlind));
            if (rows.Count < size)
                break;
            after = rows[^1].TaskId;
        }

        return found.Count > limit ? found[..limit] : found;
    }

    private List<ControlCase> WithOrders(
        DbConnection connection, IReadOnlyList<CaseRow> rows, DbTransaction? transaction = null)
    {
        var orders = ControlsStore.OfDeclarations(
            connection, [.. rows.Select(row => row.DeclarationId)], transaction)
            .ToLookup(order => order.DeclarationId);
        // Reopened for another item, an order is examined in the open: its first finding was blind.
        var hidden = orders.SelectMany(own => own)
            .Where(order => order.State != ControlState.Finished && IsDrawn(order)).ToList();
        var found = ControlsStore.WithFinding(
            connection, [.. hidden.Select(order => order.DeclarationId).Distinct()], transaction);
        var blind = hidden.Where(order => !found.Contains(order.Id)).Select(order => order.DeclarationId).ToHashSet();
        return [.. rows.Select(row =>
        {
            var own = orders[row.DeclarationId].ToList();
            return new ControlCase(
                row.DeclarationId, (ControlStage)row.Stage, own.Count,
                own.Count(order => order.State == ControlState.Finished),
                own.Count == 0 ? 0 : own.Min(order => order.Kind),
                own.Count == 0 ? row.OpenedAt : own.Min(order => order.OrderedAt), row.DueAt,
                blind.Contains(row.DeclarationId), row.TaskId, row.HeldBy, row.HeldByName);
        })];
    }

    private bool IsDrawn(ControlOrder order) => BlindShares.IsDrawn(
        tariff.Current.On(DutchTime.DateOf(order.OrderedAt)), order.Id, order.Kind);
}
