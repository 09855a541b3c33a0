// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.AspNetCore.Http;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>Something that can be done to several rows at once.</summary>
/// <param name="Name">Its word in the address: letters and hyphens.</param>
/// <param name="Label">The button: what happens, e.g. "Neem gekozen verzoeken".</param>
public sealed record BulkAct(string Name, Text Label);

/// <summary>
/// Rows of a worklist that were chosen, as they stand in the address: first to look at what would happen (<c>act</c>),
/// then to say what happened (<c>did</c>). A choice is a link, so that it works without the script and changes nothing
/// by itself; the change is a form of the page.
/// </summary>
/// <param name="Act">Name of the act that was asked; null to only show the rows as chosen.</param>
/// <param name="Keys">Keys of rows, at most <see cref="Most"/>, without doubles.</param>
/// <param name="IsDone">True if the act was done: the page says so and offers the way back.</param>
/// <param name="Failed">How many of the rows could not be done.</param>
public sealed record Selection(string? Act, IReadOnlyList<string> Keys, bool IsDone = false, int Failed = 0)
{
    /// <summary>Most rows in one act: what fits in an address and in what a person can oversee.</summary>
    public const int Most = 200;

    private const int KeyLength = 40;

    /// <summary>
    /// The choice of this request; null without rows. An act that the page does not have is no act, and no one is
    /// believed: the page looks again which rows may be done.
    /// </summary>
    public static Selection? From(HttpRequest request, IReadOnlyList<BulkAct> acts)
    {
        var keys = request.Query["row"].Where(k => k is { Length: > 0 and <= KeyLength }).Select(k => k!)
            .Distinct(StringComparer.Ordinal).Take(Most).ToList();
        if (keys.Count == 0)
            return null;
        var did = request.Query["did"].ToString();
        if (acts.Any(a => a.Name == did))
        {
            int.TryParse(
                request.Query["failed"], System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out var failed);
            return new Selection(did, keys, IsDone: true, failed);
        }

        var act = request.Query["act"].ToString();
        return new Selection(acts.Any(a => a.Name == act) ? act : null, keys);
    }

    /// <summary>True if the page shows what would happen, for consent.</summary>
    public bool IsPreview => Act is not null && !IsDone;

    public bool Holds(string key) => Keys.Contains(key, StringComparer.Ordinal);

    /// <summary>The list as it is, saying that the act was done to these rows.</summary>
    public string DoneUrl(ListState state, IReadOnlyCollection<string> done, int failed)
    {
        var url = new StringBuilder(state.Plus("did", Act ?? ""));
        foreach (var key in done)
            url.Append("&row=").Append(Uri.EscapeDataString(key));
        return failed == 0 ? url.ToString() : url.Append("&failed=").Append(failed).ToString();
    }
}
