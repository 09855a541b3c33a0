// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Controls.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>One of the chosen rows.</summary>
/// <param name="Skip">Why nothing happens to it; null if it does.</param>
/// <param name="Holder">Who has it, for that sentence.</param>
public sealed record BulkRow(long DeclarationId, long TaskId, Text? Skip, string Holder = "");

/// <summary>
/// What several chosen rows are to become: taken or given back. Never an act with legal effect. At most
/// <see cref="Most"/> rows, as many as a page shows.
/// </summary>
public sealed record ControlBulkPlan(bool IsTake, bool IsConfirmed, IReadOnlyList<BulkRow> Rows)
{
    public const string Take = "take";
    public const string Return = "return";
    public const int Most = 50;

    private const string Confirmed = "-confirm";

    /// <summary>Value of the button that confirms.</summary>
    public string ConfirmValue => (IsTake ? Take : Return) + Confirmed;

    /// <summary>Value of the button that undoes what was done.</summary>
    public static string UndoValue(bool wasTake) => (wasTake ? Return : Take) + Confirmed;

    public static ControlBulkPlan From(IFormCollection form, IControls controls, long person)
    {
        var asked = form["doen"].ToString();
        var isTake = asked.StartsWith(Take, StringComparison.Ordinal);
        var rows = form["rij"].Select(Number).Where(id => id > 0).Distinct().Take(Most)
            .Select(id => RowOf(id, controls.CaseOf(id), person, isTake));
        return new ControlBulkPlan(isTake, asked.EndsWith(Confirmed, StringComparison.Ordinal), [.. rows]);
    }

    public static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static BulkRow RowOf(long id, ControlCase? found, long person, bool isTake) => found switch
    {
        null => new BulkRow(id, 0, ControlsTexts.SkipGone),
        { HeldBy: { } holder } when isTake && holder == person =>
            new BulkRow(id, found.TaskId, ControlsTexts.SkipYours),
        { HeldBy: not null } when isTake =>
            new BulkRow(id, found.TaskId, ControlsTexts.SkipTaken, found.HeldByName ?? ""),
        _ when !isTake && found.HeldBy != person => new BulkRow(id, found.TaskId, ControlsTexts.SkipNotYours),
        _ => new BulkRow(id, found.TaskId, null),
    };
}
