// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Controls;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>What one can do next with a declaration, as one button.</summary>
public sealed record DossierStep(string Url, Text Name)
{
    /// <param name="today">A correction that did not come by its last day is no longer waited for.</param>
    /// <param name="may">What the person may: a permission.</param>
    /// <returns>Null where nothing is to be done by this person.</returns>
    public static DossierStep? Of(
        DeclarationRow row, IReadOnlyList<RequestRow> requests, IReadOnlyList<CorrectionAsked> asked,
        DateOnly today, Func<string, bool> may)
    {
        var pending = requests.FirstOrDefault(RequestTasks.IsForPerson);
        if (pending is not null && may(Permission.DeclarationsDecide))
            return new DossierStep(RequestPage.UrlOf(pending.Id), DossierTexts.StepRequest);
        if (row.State is not (DeclarationState.UnderControl or DeclarationState.Accepted))
            return null;
        if (row.State == DeclarationState.UnderControl)
        {
            return may(Permission.ControlsRead)
                ? new DossierStep(
                    ControlPage.UrlOf(row.Id),
                    may(Permission.ControlsWork) ? DossierTexts.StepControl : DossierTexts.StepControlView)
                : null;
        }

        if (may(Permission.DeclarationsDecide) && !asked.Any(a => a.IsAwaited(today)))
            return new DossierStep(Dossier.UrlOf(row.Id) + "/determine", DetermineTexts.Step);
        return may(Permission.ControlsWork) && !asked.Any(a => a.IsAwaited(today))
            ? new DossierStep(Dossier.UrlOf(row.Id) + "/correction", DossierTexts.StepCorrection)
            : null;
    }
}
