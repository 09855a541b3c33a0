// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Web.Controls;

/// <summary>
/// The next control of a view: first one that lies with the person already, so that nothing taken is left lying, else
/// the first that is free, which is then taken.
/// </summary>
public static class ControlNext
{
    private const int MostOfOne = 200;

    /// <param name="except">The control that is open now; 0 for none.</param>
    /// <returns>Number of the declaration; null if nothing is left to do in the view.</returns>
    public static async Task<long?> Take(
        IControls controls, IActs acts, ControlView view, long except, Actor by)
    {
        foreach (var filter in view.NextFilters())
        {
            var own = controls.Cases(filter with { HeldBy = by.Id, Limit = MostOfOne });
            if (own.FirstOrDefault(c => c.DeclarationId != except && IsOf(view, c)) is { } found)
                return found.DeclarationId;
        }

        if (view.IsMine)
            return null;
        foreach (var filter in view.NextFilters())
        {
            if (view.Kind is null)
            {
                if (await acts.TakeNextControl(filter, by) is { } taken)
                    return taken;
                continue;
            }

            // A hidden reason is not given away by what a filter on reasons finds.
            var free = controls.Cases(filter with { IsFree = true, Limit = MostOfOne });
            foreach (var found in free.Where(c => IsOf(view, c)))
            {
                if ((await acts.TakeControl(found.DeclarationId, by)).IsDone)
                    return found.DeclarationId;
            }
        }

        return null;
    }

    /// <summary>True if a row may be told to be of the view by whoever examines it.</summary>
    public static bool IsOf(ControlView view, ControlCase found) => view.Kind is null || !found.IsBlind;
}
