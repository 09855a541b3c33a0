// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Something that customs asks of a trader about a declaration.</summary>
/// <param name="DueOn">Last day of the term.</param>
internal sealed record PortalAsk(DeclarationRow Row, Text Title, string Url, long AskedAt, DateOnly DueOn);

/// <summary>What is asked of a trader and not answered, the nearest end first.</summary>
internal sealed class PortalQuestions(IDeclarations declarations, IControls controls, TimeProvider time)
{
    /// <summary>Held declarations that are looked into for an intended decision.</summary>
    private const int Held = 200;

    public IReadOnlyList<PortalAsk> Open(PortalTrader trader)
    {
        var corrections = declarations.CorrectionsOpen(trader.DeclarantIds)
            .Select(asked => (Asked: asked, Row: declarations.Find(asked.DeclarationId)))
            .Where(pair => pair.Row is { } row && IsHeld(row))
            .Select(pair => Of(pair.Row!, pair.Asked));
        var held = declarations.List(new DeclarationFilter(State: DeclarationState.UnderControl, Limit: Held)
        {
            DeclarantIds = trader.DeclarantIds,
        });
        var hearings = held.Select(row => (Row: row, Hearing: OpenHearing(row)))
            .Where(pair => pair.Hearing is { View: null } hearing && hearing.EndsAt > time.NowMicroseconds())
            .Select(pair => Of(pair.Row, pair.Hearing!));
        return [.. corrections.Concat(hearings).OrderBy(ask => ask.DueOn)];
    }

    /// <summary>What is asked about one declaration now.</summary>
    public IReadOnlyList<PortalAsk> Of(DeclarationRow row)
    {
        var asks = new List<PortalAsk>();
        if (OpenCorrection(row) is { } asked)
            asks.Add(Of(row, asked));
        if (OpenHearing(row) is { } hearing)
            asks.Add(Of(row, hearing));
        return asks;
    }

    /// <summary>The correction that is asked and not answered; null if there is none.</summary>
    public CorrectionAsked? OpenCorrection(DeclarationRow row) => IsHeld(row)
        ? declarations.CorrectionsAsked(row.Id).LastOrDefault(asked => asked.IsOpen)
        : null;

    /// <summary>The intended decision that is not yet decided; null if there is none.</summary>
    public Hearing? OpenHearing(DeclarationRow row) => row.State == DeclarationState.UnderControl
        ? controls.Hearings(row.Id).LastOrDefault(hearing => hearing.DecidedAt is null)
        : null;

    private static bool IsHeld(DeclarationRow row) =>
        row.State is DeclarationState.UnderControl or DeclarationState.Accepted;

    private static PortalAsk Of(DeclarationRow row, CorrectionAsked asked) => new(
        row, PortalTexts.AskCorrection, PortalDeclaration.UrlOf(row.Id) + "/vraag", asked.AskedAt, asked.DueOn);

    private static PortalAsk Of(DeclarationRow row, Hearing hearing) => new(
        row, PortalTexts.AskView, PortalDeclaration.UrlOf(row.Id) + "/zienswijze", hearing.AnnouncedAt,
        hearing.LastDay);
}
