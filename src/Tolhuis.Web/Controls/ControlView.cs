// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Risk.Contract;
using Tolhuis.Web.Components;

namespace Tolhuis.Web.Controls;

/// <summary>
/// The view of the worklist that is open, as it stands in the address. The page of a control carries it along, so that
/// the next one comes from the same view.
/// </summary>
public sealed record ControlView(ListState State)
{
    public const string Path = "/controls";

    /// <summary>Value of <c>with</c>: what lies with oneself.</summary>
    public const string Me = "me";

    /// <summary>Value of <c>with</c>: what lies with no one. A number is that of a colleague.</summary>
    public const string None = "none";

    private static readonly string[] Names = ["stage", "with", "overdue", "set", "kind"];

    /// <summary>Stages in which there is something to do for an officer.</summary>
    public static readonly IReadOnlyList<ControlStage> Workable =
        [ControlStage.ToExamine, ControlStage.CorrectionCame, ControlStage.ToDecide];

    public ControlStage? Stage => Word<ControlStage>("stage");

    public DataSet? DataSet => Word<DataSet>("set");

    public SelectionKind? Kind => Word<SelectionKind>("kind");

    public bool IsMine => State.Filter("with") == Me;

    public bool IsFree => State.Filter("with") == None;

    /// <summary>Number of the colleague whose controls are shown; null for none in particular.</summary>
    public long? Holder => Number(State.Filter("with"));

    public bool IsOverdue => State.Filter("overdue") == "1";

    public static ControlView From(HttpRequest request)
    {
        var state = ListState.From(request, ["due"], Names, isDescending: false);
        return new ControlView(state with { Path = Path });
    }

    /// <summary>What the view asks of the controls.</summary>
    /// <param name="person">Who looks.</param>
    public ControlFilter FilterOf(long person, int limit) => new(
        Stage, (int?)Kind, DataSet, IsMine ? person : Holder, IsFree, IsOverdue, Number(State.After), limit);

    /// <summary>
    /// Filters one after the other to take the next control with: those of the view if it has a stage in which there is
    /// work, else each such stage.
    /// </summary>
    public IEnumerable<ControlFilter> NextFilters()
    {
        var filter = new ControlFilter(Stage, (int?)Kind, DataSet, IsOverdue: IsOverdue);
        return Stage is null ? Workable.Select(stage => filter with { Stage = stage })
            : Workable.Contains(Stage.Value) ? [filter] : [];
    }

    /// <summary>The view with other filters on what stands as tabs, and the rest as it is.</summary>
    public string With(string? stage, string? with, string? overdue)
    {
        var filters = State.Filters.Where(f => f.Key is not ("stage" or "with" or "overdue"))
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        Set("stage", stage);
        Set("with", with);
        Set("overdue", overdue);
        return (State with { Filters = filters, After = null }).Url();

        void Set(string name, string? value)
        {
            if (value is not null)
                filters[name] = value;
        }
    }

    /// <summary>The page of a control that remembers this view.</summary>
    /// <param name="mark">What has just happened there, e.g. <c>taken</c>; empty for nothing.</param>
    public string UrlOf(long declarationId, string mark = "")
    {
        var query = (State with { After = null }).Url()[Path.Length..];
        var url = ControlPage.UrlOf(declarationId) + query;
        return mark.Length == 0 ? url : $"{url}{(query.Length == 0 ? '?' : '&')}{mark}=1";
    }

    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private T? Word<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(State.Filter(name), out var value) && Enum.IsDefined(value) ? value : null;
}
