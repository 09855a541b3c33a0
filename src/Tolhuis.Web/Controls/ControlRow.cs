// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>A control as a row of the worklist: what is under control and why, in few words.</summary>
/// <param name="Line">The first line that is still to be examined, else the first under control.</param>
/// <param name="Why">Empty while the reason is hidden from the reader.</param>
public sealed record ControlRow(
    ControlCase Case, DeclarationRow Declaration, LineRow? Line, string Why, bool IsHidden);

/// <summary>Makes the rows of one page.</summary>
public sealed class ControlRows(
    IDeclarations declarations, IControls controls, ISelections selections, ICalculations calculations, ITariff tariff,
    Language language, TimeProvider time)
{
    private const int LinesLookedAt = 500;

    /// <param name="isExaminer">The reader may examine: a blind reason is hidden from him.</param>
    public IReadOnlyList<ControlRow> Of(IReadOnlyList<ControlCase> cases, bool isExaminer) =>
        [.. cases.Select(c => Of(c, isExaminer)).Where(row => row is not null).Select(row => row!)];

    private ControlRow? Of(ControlCase found, bool isExaminer)
    {
        if (declarations.Find(found.DeclarationId) is not { } declaration)
            return null;
        var orders = controls.Of(declaration);
        var order = orders.FirstOrDefault(o => o.State != ControlState.Finished)
            ?? (orders.Count > 0 ? orders[0] : null);
        var line = order is null ? null
            : declarations.Lines(declaration, LinesLookedAt).FirstOrDefault(l => l.Id == order.LineId);
        var isHidden = isExaminer && found.IsBlind;
        return new ControlRow(found, declaration, line, isHidden ? "" : WhyOf(declaration, order), isHidden);
    }

    private string WhyOf(DeclarationRow declaration, ControlOrder? order)
    {
        var reasons = selections.Of(declaration);
        var row = reasons.FirstOrDefault(r => r.LineId == order?.LineId) ?? (reasons.Count > 0 ? reasons[0] : null);
        if (row is not { Reason: { } reason })
            return order is null ? "" : language[ControlsTexts.Of((SelectionKind)order.Kind)];
        return ReasonSentence.Short(language, reason, LawOf(declaration));
    }

    private LawOfTheDay LawOf(DeclarationRow declaration) =>
        calculations.LawOf(declaration) ?? tariff.Current.On(DutchTime.DateOf(time.GetUtcNow()));
}
