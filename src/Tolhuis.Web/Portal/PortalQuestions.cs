// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Something that customs asks of a trader about a declaration.</summary>
/// <param name="DueOn">Last day of the term.</param>
internal sealed record PortalAsk(DeclarationRow Row, Text Title, string Url, long AskedAt, DateOnly DueOn);

/// <summary>What is asked of a trader, as far as it is shown.</summary>
/// <param name="HasMore">There is more than this.</param>
internal sealed record PortalAsks(IReadOnlyList<PortalAsk> Shown, bool HasMore)
{
    public static PortalAsks None { get; } = new([], false);
}

/// <summary>What is asked of a trader and not answered, the nearest end first.</summary>
internal sealed class PortalQuestions(IDeclarations declarations, IControls controls)
{
    /// <summary>Questions on one page; of more it is said that there are more.</summary>
    public const int MaxShown = 50;

    /// <summary>The nearest ends, at most <see cref="MaxShown"/>.</summary>
    public PortalAsks Open(PortalTrader trader)
    {
        // One more of each than is shown: so what is cut off is always the later one, and it is known that it is there.
        var corrections = declarations.CorrectionsOpen(trader.DeclarantIds, MaxShown + 1)
            .Select(asked => (asked.DueOn, asked.DeclarationId, Of: (Func<DeclarationRow, PortalAsk>)(row => Of(row, asked))));
        var hearings = controls.HearingsOpen(trader.DeclarantIds, MaxShown + 1)
            .Select(one => (DueOn: one.LastDay, one.DeclarationId, Of: (Func<DeclarationRow, PortalAsk>)(row => Of(row, one))));
        var open = corrections.Concat(hearings).OrderBy(one => one.DueOn)
            .Select(one => (one.Of, Row: declarations.Find(one.DeclarationId)))
            .Where(one => one.Row is { } row && IsHeld(row))
            .Select(one => one.Of(one.Row!)).Take(MaxShown + 1).ToList();
        return new PortalAsks([.. open.Take(MaxShown)], open.Count > MaxShown);
    }

    /// <summary>What is asked about one declaration now.</summary>
    public IReadOnlyList<PortalAsk> Of(DeclarationRow row)
    {
        var asks = new List<PortalAsk>();
        if (OpenCorrection(row) is { } asked)
            asks.Add(Of(row, asked));
        if (controls.OpenHearing(row) is { } hearing)
            asks.Add(Of(row, hearing));
        return asks;
    }

    /// <summary>The correction that is asked and not answered; null if there is none.</summary>
    public CorrectionAsked? OpenCorrection(DeclarationRow row) => IsHeld(row)
        ? declarations.CorrectionsAsked(row.Id).LastOrDefault(asked => asked.IsOpen)
        : null;

    private static bool IsHeld(DeclarationRow row) =>
        row.State is DeclarationState.UnderControl or DeclarationState.Accepted;

    private static PortalAsk Of(DeclarationRow row, CorrectionAsked asked) => new(
        row, PortalTexts.AskCorrection, PortalDeclaration.UrlOf(row.Id) + "/vraag", asked.AskedAt, asked.DueOn);

    private static PortalAsk Of(DeclarationRow row, Hearing hearing) => new(
        row, PortalTexts.AskView, PortalDeclaration.UrlOf(row.Id) + "/zienswijze", hearing.AnnouncedAt,
        hearing.LastDay);
}
