// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>
/// What the trader sees. A held declaration is "under control" only once that was announced; why, by which share or
/// score, and which line made it so, is never said. Amounts stand only with released goods: then the debt is notified
/// (UCC Art. 102(3)).
/// </summary>
internal sealed class TraderEdition(IDeclarations declarations, ProblemTexts texts)
{
    /// <summary>History rows from this number on are inside the house.</summary>
    private const int FirstHouseKind = 50;

    public static IReadOnlyList<string> States { get; } =
        ["registered", "rejected", "accepted", "underControl", "released", "invalidated", "notReleased"];

    public static bool IsVisible(HistoryKind kind) => (int)kind < FirstHouseKind;

    public List<HistoryRow> History(long declarationId) =>
        declarations.History(declarationId).Where(row => IsVisible(row.Kind)).ToList();

    public string StateOf(long declarationId, DeclarationState state) =>
        state == DeclarationState.UnderControl && !IsAnnounced(declarations.History(declarationId))
            ? WordOf(DeclarationState.Accepted)
            : WordOf(state);

    public DeclarationBody Declaration(DeclarationRow row, string language)
    {
        var state = StateOf(row.Id, row.State);
        var isReleased = row.State == DeclarationState.Released;
        var problems = texts.ForTrader(declarations.Problems(row.Id), row.ReceivedAt, language);
        return new DeclarationBody(
            MrnOf(row), row.Lrn, row.Attempt, row.DataSet.ToString(), ApiTime.Of(row.ReceivedAt), state, row.LineCount,
            row.State == DeclarationState.Rejected ? null : AmountBody.Euro(row.ValueCents),
            isReleased ? AmountBody.Euro(row.DutyCents) : null, isReleased ? AmountBody.Euro(row.VatCents) : null,
            problems);
    }

    public static LineBody Line(DeclarationRow row, LineRow line)
    {
        var isReleased = row.State == DeclarationState.Released;
        return new LineBody(
            line.Item, line.Code.ToString(), line.Country.ToString() is { Length: > 0 } country ? country : null,
            line.Description,
            AmountBody.Of(line.Value), AmountBody.Euro(line.ValueCents), line.GrossMass / 1_000_000m,
            line.NetMass / 1_000_000m,
            line.AdditionalProcedures.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isReleased ? AmountBody.Euro(line.DutyCents) : null, isReleased ? AmountBody.Euro(line.VatCents) : null);
    }

    /// <summary>A history row as a notification; those of a rejection carry its problems.</summary>
    public NotificationBody Notification(HistoryRow row, DeclarationRow declaration, string language)
    {
        var (kind, message) = NamesOf(row.Kind);
        return new NotificationBody(
            row.Seq, kind, ((int)row.Kind).ToString("00", System.Globalization.CultureInfo.InvariantCulture), message,
            ApiTime.Of(row.At), MrnOf(declaration), declaration.Lrn, declaration.Attempt,
            row.Kind == HistoryKind.Rejected
                ? texts.ForTrader(declarations.Problems(declaration.Id), declaration.ReceivedAt, language)
                : []);
    }

    /// <summary>Changes whenever what the trader sees of it changes, and not otherwise.</summary>
    public string TagOf(DeclarationRow row, string language)
    {
        var history = History(row.Id);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"\"{StateOf(row.Id, row.State)}-{(history.Count == 0 ? 0 : history[^1].Seq)}-{language}\"");
    }

    public static DeclarationState? FindState(string? word) =>
        word is null ? null : Enum.GetValues<DeclarationState>().FirstOrDefault(state => WordOf(state) == word);

    public static string WordOf(DeclarationState state) => States[(int)state - 1];

    public static string? MrnOf(DeclarationRow row) => row.Mrn.IsEmpty ? null : row.Mrn.ToString();

    private static bool IsAnnounced(IEnumerable<HistoryRow> history) =>
        history.Any(row => row.Kind == HistoryKind.UnderControl);

    private static (string Kind, string Message) NamesOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Accepted => ("accepted", "DMSACC"),
        HistoryKind.Received => ("registered", "DMSRCV"),
        HistoryKind.Rejected => ("rejected", "DMSREJ"),
        HistoryKind.UnderControl => ("underControl", "DMSCTL"),
        HistoryKind.DocumentsRequested => ("documentsWanted", "DMSDOC"),
        HistoryKind.Corrected => ("corrected", "DMSRES"),
        HistoryKind.Released => ("released", "DMSROG"),
        HistoryKind.Cleared => ("cleared", "DMSCLE"),
        HistoryKind.Invalidated => ("invalidated", "DMSINV"),
        HistoryKind.RequestDecided => ("requestDecided", "DMSREQ"),
        HistoryKind.DebtDetermined => ("dutyDetermined", "DMSTAX"),
        _ => throw new InvariantException("A kind inside the house is never shown."),
    };
}
