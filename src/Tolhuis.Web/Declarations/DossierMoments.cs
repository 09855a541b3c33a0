// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>A date in the head of a dossier.</summary>
/// <param name="IsOverdue">True for a term that is over.</param>
public sealed record DossierMoment(Text Name, string Value, bool IsOverdue = false);

/// <summary>The two dates that matter in the state in which a declaration is.</summary>
public static class DossierMoments
{
    public static IReadOnlyList<DossierMoment> Of(
        DeclarationRow row, IReadOnlyList<HistoryRow> history, DateOnly today, Language language)
    {
        var received = new DossierMoment(DeclarationsTexts.Received, language.Moment(row.ReceivedAt));
        var accepted = row.AcceptedOn is { } day
            ? new DossierMoment(DossierTexts.AcceptedOn, language.Day(day))
            : received;
        return row.State switch
        {
            DeclarationState.Received => Two(received, Term(DossierTexts.PresentBy, row.LapsesOn)),
            DeclarationState.Lapsed => Two(received, At(DossierTexts.LapsedOn, HistoryKind.Lapsed)),
            DeclarationState.Rejected => Two(received, null),
            DeclarationState.Invalidated => Two(accepted, At(DossierTexts.InvalidatedOn, HistoryKind.Invalidated)),
            DeclarationState.UnderControl => Two(
                accepted, At(DossierTexts.ControlAnnounced, HistoryKind.UnderControl)),
            _ => Two(accepted, Term(DossierTexts.SupplementBy, row.SupplementDueOn)
                ?? At(DossierTexts.ReleasedAt, HistoryKind.Released)),
        };

        DossierMoment? Term(Text name, DateOnly? day) =>
            day is { } due ? new DossierMoment(name, language.Day(due), due < today) : null;

        DossierMoment? At(Text name, HistoryKind kind) =>
            history.LastOrDefault(h => h.Kind == kind) is { } found
                ? new DossierMoment(name, language.Moment(found.At))
                : null;

        IReadOnlyList<DossierMoment> Two(DossierMoment first, DossierMoment? second) =>
            second is null ? first == received ? [first] : [received, first] : [first, second];
    }
}
