// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>The words of the API for states, kinds and notifications. Stable for ever.</summary>
internal static class TraderWords
{
    private static readonly Dictionary<HistoryKind, (string Kind, string Message)> Notifications = new()
    {
        [HistoryKind.Accepted] = ("accepted", "DMSACC"),
        [HistoryKind.Received] = ("registered", "DMSRCV"),
        [HistoryKind.Rejected] = ("rejected", "DMSREJ"),
        [HistoryKind.UnderControl] = ("underControl", "DMSCTL"),
        [HistoryKind.DocumentsRequested] = ("documentsWanted", "DMSDOC"),
        [HistoryKind.Corrected] = ("corrected", "DMSRES"),
        [HistoryKind.Released] = ("released", "DMSROG"),
        [HistoryKind.Cleared] = ("cleared", "DMSCLE"),
        [HistoryKind.Invalidated] = ("invalidated", "DMSINV"),
        [HistoryKind.RequestDecided] = ("requestDecided", "DMSREQ"),
        [HistoryKind.DebtDetermined] = ("dutyDetermined", "DMSTAX"),
        [HistoryKind.GuaranteeInsufficient] = ("guaranteeInsufficient", "DMSCPI"),
        [HistoryKind.PaymentReminder] = ("paymentReminder", "DMSCPR"),
        // The family has one message for terms; our numbers tell them apart.
        [HistoryKind.SupplementDue] = ("supplementDue", "DMSTIM"),
        [HistoryKind.Lapsed] = ("lapsed", "DMSTIM"),
        [HistoryKind.IntendedDecision] = ("intendedDecision", "DMSTIM"),
        [HistoryKind.CorrectionOverdue] = ("correctionOverdue", "DMSTIM"),
        [HistoryKind.CorrectionReminder] = ("correctionReminder", "DMSTIM"),
        [HistoryKind.IntendedDetermination] = ("intendedDetermination", "DMSTIM"),
        [HistoryKind.IntentWithdrawn] = ("intentWithdrawn", "DMSREQ"),
        [HistoryKind.NotReleased] = ("notReleased", "DMSREQ"),
    };

    /// <summary>Words of the states, in the order of their numbers.</summary>
    public static IReadOnlyList<string> States { get; } =
        ["registered", "rejected", "accepted", "underControl", "released", "invalidated", "notReleased", "lapsed"];

    /// <summary>Words of the kinds of notifications, in the order of their numbers.</summary>
    public static IReadOnlyList<string> NotificationKinds { get; } =
        [.. Notifications.OrderBy(pair => pair.Key).Select(pair => pair.Value.Kind)];

    public static string Of(DeclarationState state) => States[(int)state - 1];

    /// <summary>What a word means; null for no word.</summary>
    public static DeclarationState? FindState(string? word) =>
        word is null ? null : Enum.GetValues<DeclarationState>().First(state => Of(state) == word);

    public static (string Kind, string Message) Of(HistoryKind kind) =>
        Notifications.TryGetValue(kind, out var names)
            ? names
            : throw new InvariantException("A kind inside the house is never shown.");

    public static HistoryKind? FindNotification(string? word) =>
        word is null ? null : Notifications.First(pair => pair.Value.Kind == word).Key;

    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.NewDeclaration => "newDeclaration",
        MessageKind.Supplementary => "supplement",
        MessageKind.Amendment => "amendment",
        MessageKind.Correction => "correction",
        MessageKind.Determination => "determination",
        MessageKind.Invalidation => "invalidation",
        MessageKind.RepaymentOrRemission => "repaymentOrRemission",
        MessageKind.Presentation => "presentation",
        _ => "unknown",
    };

    public static string Of(RequestState state) => state switch
    {
        RequestState.Granted => "granted",
        RequestState.Denied => "denied",
        RequestState.Pending => "pending",
        RequestState.AwaitsExamination => "awaitsExamination",
        _ => "rejected",
    };
}
