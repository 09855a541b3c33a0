// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations;

/// <summary>The SQL of questions about versions, requests and corrections asked; the decider writes them.</summary>
internal static class RequestsStore
{
    private const int MaxOfOneDeclaration = 500;

    private const string Columns =
        """
        SELECT id, declaration_id, kind, submitter_id, lrn, attempt, received_at, state, reason_code, reason_text,
            claim_kind, claim_basis, claim_cents, claim_currency, claim_taxes, claim_holder, claim_grounds,
            version_made, file_id, entry, decided_at, decided_by, reason, message_version
        FROM declarations_requests
        """;

    public static RequestRow? Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredRequest>(Columns + " WHERE id = @id", new { id })?.ToRow();

    public static IEnumerable<RequestRow> Of(DbConnection connection, long declarationId) =>
        connection.Query<StoredRequest>(
            Columns + " WHERE declaration_id = @declarationId ORDER BY id LIMIT @limit",
            new { declarationId, limit = MaxOfOneDeclaration }).Select(row => row.ToRow());

    public static RequestRow? Behind(DbConnection connection, long declarationId, long at, bool isInvalidation) =>
        connection.QueryFirstOrDefault<StoredRequest>(
            Columns
            + """
             WHERE declaration_id = @declarationId AND decided_at = @at
                AND CASE WHEN @isInvalidation THEN kind = @invalidation ELSE version_made > 0 END
            ORDER BY id DESC LIMIT 1
            """,
            new { declarationId, at, isInvalidation, invalidation = (int)MessageKind.Invalidation })?.ToRow();

    /// <summary>The literals let the engine use the index of those that wait.</summary>
    public static IEnumerable<RequestRow> Pending(DbConnection connection, long after, int limit) =>
        connection.Query<StoredRequest>(
            Columns + " WHERE state IN (3, 4) AND id > @after ORDER BY id LIMIT @limit",
            new { after, limit }).Select(row => row.ToRow());

    /// <summary>
    /// Requests are few beside declarations: reading the newest of all costs the same for a small and a great
    /// declarant, where going through his declarations would cost a great one seconds.
    /// </summary>
    public static IEnumerable<RequestRow> OfDeclarant(DbConnection connection, long declarantId, int limit) =>
        connection.Query<StoredRequest>(
            Columns
            + """
             WHERE id IN (
                SELECT r.id FROM (SELECT id, declaration_id FROM declarations_requests ORDER BY id DESC LIMIT 5000) r
                JOIN declarations_declarations d ON d.id = r.declaration_id
                WHERE d.declarant_id = @declarantId ORDER BY r.id DESC LIMIT @limit)
            ORDER BY id DESC
            """,
            new { declarantId, limit }).Select(row => row.ToRow());

    public static IEnumerable<VersionRow> Versions(DbConnection connection, long declarationId) =>
        connection.Query<StoredVersion>(
            """
            SELECT declaration_id, version, kind, request_id, recorded_at, edition, law_day, draw_day, decided_as,
                file_id, entry, first_line, line_count, value_cents, duty_cents, vat_cents, message_version
            FROM declarations_versions
            WHERE declaration_id = @declarationId ORDER BY version
            """,
            new { declarationId }).Select(row => row.ToRow());

    public static IEnumerable<CorrectionAsked> CorrectionsAsked(DbConnection connection, long declarationId) =>
        connection.Query<StoredAsked>(
            """
            SELECT id, declaration_id, asked_at, asked_by, reason, due_on, answered_by, closed_at
            FROM declarations_corrections_asked WHERE declaration_id = @declarationId ORDER BY id LIMIT @limit
            """,
            new { declarationId, limit = MaxOfOneDeclaration }).Select(row => row.ToRow());

    public static IEnumerable<CorrectionAsked> CorrectionsOpen(
        DbConnection connection, IReadOnlyList<long> declarantIds, int limit) =>
        connection.Query<StoredAsked>(
            """
            SELECT a.id, a.declaration_id, a.asked_at, a.asked_by, a.reason, a.due_on, a.answered_by, a.closed_at
            FROM declarations_corrections_asked a JOIN declarations_declarations d ON d.id = a.declaration_id
            WHERE a.answered_by IS NULL AND a.closed_at IS NULL AND +d.declarant_id IN @declarantIds
            ORDER BY a.due_on, a.id LIMIT @limit
            """,
            new { declarantIds, limit }).Select(row => row.ToRow());

    private sealed record StoredRequest(
        long Id, long Declaration_Id, long Kind, long Submitter_Id, string Lrn, long Attempt, long Received_At,
        long State, string Reason_Code, string Reason_Text, long? Claim_Kind, long? Claim_Basis, long? Claim_Cents,
        long? Claim_Currency, string? Claim_Taxes, string? Claim_Holder, string? Claim_Grounds, long Version_Made,
        long File_Id, long Entry, long? Decided_At, string? Decided_By, string Reason,
        long Message_Version)
    {
        public RequestRow ToRow() => new(
            Id, Declaration_Id, (MessageKind)Kind, Submitter_Id, Lrn, (int)Attempt, Received_At, (RequestState)State,
            Reason_Code, Reason_Text, ToClaim(), (int)Version_Made, File_Id, Entry, Decided_At, Decided_By, Reason)
        { MessageVersion = (int)Message_Version };

        private Claim? ToClaim() => Claim_Kind is { } kind
            ? new Claim(
                (ClaimKind)kind,
                (char)Claim_Basis!.Value,
                new Money(Claim_Cents!.Value, CurrencyCode.FromStored((int)Claim_Currency!.Value)),
                TaxesOf(Claim_Taxes ?? ""),
                Eori.TryParse((Claim_Holder ?? "").AsSpan(), out var holder, out _) ? holder : null,
                Claim_Grounds ?? "")
            : null;

        private static List<ClaimedTax> TaxesOf(string text) => text
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(tax => tax.Split(':'))
            .Select(tax => new ClaimedTax(tax[0], long.Parse(tax[1], CultureInfo.InvariantCulture)))
            .ToList();
    }

    private sealed record StoredVersion(
        long Declaration_Id, long Version, long Kind, long? Request_Id, long Recorded_At, long Edition, long Law_Day,
        long Draw_Day, long Decided_As, long File_Id, long Entry, long First_Line, long Line_Count, long Value_Cents,
        long Duty_Cents, long Vat_Cents, long Message_Version)
    {
        public VersionRow ToRow() => new(
            Declaration_Id, (int)Version, (MessageKind)Kind, Request_Id, Recorded_At, (int)Edition,
            DateOnly.FromDayNumber((int)Law_Day), DateOnly.FromDayNumber((int)Draw_Day), File_Id, Entry, First_Line,
            (int)Line_Count, Value_Cents, Duty_Cents, Vat_Cents)
        { DecidedAs = (char)Decided_As, MessageVersion = (int)Message_Version };
    }

    private sealed record StoredAsked(
        long Id, long Declaration_Id, long Asked_At, string Asked_By, string Reason, long Due_On, long? Answered_By,
        long? Closed_At)
    {
        public CorrectionAsked ToRow() => new(
            Id, Declaration_Id, Asked_At, Asked_By, Reason, DateOnly.FromDayNumber((int)Due_On), Answered_By)
        { ClosedAt = Closed_At };
    }
}
