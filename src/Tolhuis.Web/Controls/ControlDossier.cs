// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Web.Controls;

/// <summary>Everything of one control that its page needs, read once.</summary>
/// <param name="Case">Null once the declaration left control.</param>
/// <param name="At">The order that is open on the page; null if there is none.</param>
/// <param name="IsExaminer">The reader may examine: reasons that are blind stay hidden from him.</param>
public sealed record ControlDossier(
    DeclarationRow Row,
    ControlCase? Case,
    IReadOnlyList<ControlOrder> Orders,
    ControlOrder? At,
    IReadOnlyList<LineRow> Lines,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SelectionRow> Reasons,
    IReadOnlyList<HistoryRow> History,
    LawOfTheDay Law,
    bool IsExaminer)
{
    /// <summary>When the control was announced.</summary>
    public long? SelectedAt => Orders.Count > 0
        ? Orders.Min(o => o.OrderedAt)
        : History.FirstOrDefault(h => h.Kind == HistoryKind.UnderControl)?.At;

    /// <summary>When the declaration left control; null while it is held.</summary>
    public long? EndedAt => Case is not null ? null
        : History.LastOrDefault(h => h.Kind is HistoryKind.Released or HistoryKind.NotReleased
            or HistoryKind.Invalidated)?.At;

    public bool IsHeldBy(long person) => Case?.HeldBy == person;

    public LineRow? LineOf(ControlOrder order) => Lines.FirstOrDefault(l => l.Id == order.LineId);

    /// <summary>The finding that counts: the last one about an order.</summary>
    public Finding? LastOf(long orderId) => Findings.LastOrDefault(f => f.OrderId == orderId);

    /// <summary>Orders without a finding, the given one left out.</summary>
    public IReadOnlyList<ControlOrder> StillToExamine(long except = 0) =>
        [.. Orders.Where(o => o.Id != except && LastOf(o.Id) is null)];
}

/// <summary>Reads the control of a declaration.</summary>
public sealed class ControlDossiers(
    IDeclarations declarations, IControls controls, ISelections selections, ICalculations calculations, ITariff tariff)
{
    /// <param name="orderId">The order to open; the first that is still to be examined if not given or not of it.
    /// </param>
    public ControlDossier? Find(long declarationId, long? orderId, bool isExaminer)
    {
        if (declarations.Find(declarationId) is not { } row)
            return null;
        var orders = controls.Of(row);
        var findings = controls.Findings(declarationId);
        var history = declarations.History(declarationId);
        // A declaration that never was under control has no page here.
        if (orders.Count == 0 && findings.Count == 0 && history.All(h => h.Kind != HistoryKind.UnderControl))
            return null;
        var open = orders.FirstOrDefault(o => o.Id == orderId)
            ?? orders.FirstOrDefault(o => findings.All(f => f.OrderId != o.Id))
            ?? (orders.Count > 0 ? orders[0] : null);
        return new ControlDossier(
            row, controls.CaseOf(declarationId), orders, open, declarations.Lines(row), findings, selections.Of(row),
            history, calculations.LawOf(row) ?? tariff.Current.On(DutchTime.DateOf(row.ReceivedAt)), isExaminer);
    }
}
