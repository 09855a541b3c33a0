// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Controls;

namespace Tolhuis.Web.Declarations;

/// <summary>The task that stands for a request that waits for a person.</summary>
public static class RequestTasks
{
    public const string Module = "declarations";
    public const string ObjectKind = "request";

    /// <summary>A number that people quote: as it is, without separators.</summary>
    public static string NumberOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Open tasks by the number of their request, as text.</summary>
    public static IReadOnlyDictionary<string, TaskRow> Of(ITasks tasks, IEnumerable<RequestRow> requests) =>
        tasks.FindOpen(
            Module, ObjectKind, [.. requests.Select(r => r.Id.ToString(CultureInfo.InvariantCulture))]);

    public static TaskRow? Of(ITasks tasks, RequestRow request) => Of(tasks, [request]).Values.FirstOrDefault();

    /// <summary>True if an officer decides on it now; claims are for recovery.</summary>
    public static bool IsForPerson(RequestRow request) =>
        request.State == RequestState.Pending && request.Kind != MessageKind.RepaymentOrRemission;

    /// <summary>True if a declaration in that state still has room for what is asked.</summary>
    public static bool MayBeGranted(MessageKind kind, DeclarationState state) => kind == MessageKind.Invalidation
        ? state is DeclarationState.Accepted or DeclarationState.UnderControl or DeclarationState.Released
        : state == DeclarationState.Released;

    /// <summary>
    /// The first request that a person can go on with: one that she has taken, else one that no one has; null if every
    /// one lies with a colleague.
    /// </summary>
    public static long? NextFor(long person, ITasks tasks, IReadOnlyList<RequestRow> waiting)
    {
        var open = waiting.Where(IsForPerson).ToList();
        var holders = Of(tasks, open);
        var next = open.FirstOrDefault(r => HolderOf(r)?.TakenBy == person)
            ?? open.FirstOrDefault(r => HolderOf(r) is { TakenBy: null });
        return next?.Id;

        TaskRow? HolderOf(RequestRow row) => holders.GetValueOrDefault(row.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The page on which the work of a task is done; null if it has none.</summary>
    public static string? PageOf(TaskRow task)
    {
        if (!long.TryParse(task.ObjectId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        return (task.ObjectKind, task.Module) switch
        {
            (ObjectKind or "claim", _) => RequestPage.UrlOf(id),
            ("declaration", "controls") => ControlPage.UrlOf(id),
            ("declaration", _) => Dossier.UrlOf(id),
            _ => null,
        };
    }
}
