// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// The SQL of what happens to a declaration after it was lodged. Always in the decider's own transaction: what the same
/// batch wrote before is seen. Beside the hot path, so plain commands serve.
/// </summary>
internal sealed class LifeStore(DbConnection connection, DbTransaction transaction)
{
    private const string Columns =
        """
        SELECT d.id Id, d.submitter_id SubmitterId, d.declarant_id DeclarantId, d.data_set DataSet,
            d.received_at ReceivedAt, d.state State, coalesce(v.file_id, d.file_id) FileId,
            coalesce(v.entry, d.entry) Entry, coalesce(v.content_hash, d.content_hash) ContentHash,
            d.draw_day DrawDay, d.first_line FirstLine, d.line_count LineCount, d.value_cents ValueCents,
            d.duty_cents DutyCents, d.vat_cents VatCents, d.additional_type AdditionalType,
            d.accepted_on AcceptedOnDay, d.version Version, d.relodgings Relodgings,
            d.message_version MessageVersion, t.kind Term, t.last_day LastDay
        FROM declarations_declarations d
        LEFT JOIN declarations_terms t ON t.declaration_id = d.id
        LEFT JOIN declarations_versions v ON d.version > 1 AND v.declaration_id = d.id AND v.version = d.version
        """;

    public StandingDeclaration? Find(long id) => connection.QueryFirstOrDefault<StandingDeclaration>(
        Columns + " WHERE d.id = @id", new { id }, transaction);

    /// <summary>Outcomes of the lines of the version that stands, in their order.</summary>
    public IReadOnlyList<(long Item, long Id, long Code, LineOutcome Outcome)> Lines(StandingDeclaration declaration) =>
        connection.Query<(long Item, long Id, long Code, long Outcome)>(
            "SELECT item, id, code, outcome FROM declarations_lines WHERE id >= @first AND id < @until ORDER BY id",
            new { first = declaration.FirstLine, until = declaration.FirstLine + declaration.LineCount },
            transaction).Select(row => (row.Item, row.Id, row.Code, (LineOutcome)row.Outcome)).ToList();

    public void SetState(long id, DeclarationState state) => connection.Execute(
        "UPDATE declarations_declarations SET state = @state WHERE id = @id",
        new { id, state = (int)state }, transaction);

    /// <summary>The version that stands is one that customs determined.</summary>
    public bool IsDetermined(StandingDeclaration declaration) => connection.ExecuteScalar<long>(
        """
        SELECT count(*) FROM declarations_versions
        WHERE declaration_id = @Id AND version = @Version AND kind = @kind
        """,
        new { declaration.Id, declaration.Version, kind = (int)MessageKind.Determination }, transaction) > 0;

    /// <summary>The first change keeps what stood until then as version 1.</summary>
    public void KeepFirstVersion(long id, DateOnly lawDay, char decidedAs) => connection.Execute(
        """
        INSERT INTO declarations_versions
        SELECT id, 1, 1, NULL, received_at, edition, @lawDay, draw_day, @decidedAs, file_id, entry, content_hash,
            first_line, line_count, value_cents, duty_cents, vat_cents, message_version
        FROM declarations_declarations WHERE id = @id
        """,
        new { id, lawDay = lawDay.DayNumber, decidedAs = (int)decidedAs }, transaction);

    public void AddVersion(VersionRow version, byte[] contentHash) => connection.Execute(
        """
        INSERT INTO declarations_versions VALUES (@DeclarationId, @Version, @kind, @RequestId, @RecordedAt, @Edition,
            @lawDay, @drawDay, @decidedAs, @RawFileId, @RawEntry, @contentHash, @FirstLine, @LineCount, @ValueCents,
            @DutyCents, @VatCents, @MessageVersion)
        """,
        new
        {
            version.DeclarationId,
            version.Version,
            kind = (int)version.Kind,
            version.RequestId,
            version.RecordedAt,
            version.Edition,
            lawDay = version.LawDay.DayNumber,
            drawDay = version.DrawDay.DayNumber,
            decidedAs = (int)version.DecidedAs,
            version.RawFileId,
            version.RawEntry,
            contentHash,
            version.FirstLine,
            version.LineCount,
            version.ValueCents,
            version.DutyCents,
            version.VatCents,
            version.MessageVersion,
        },
        transaction);

    /// <summary>The declaration is from now on what the version says.</summary>
    public void Stand(VersionRow version, DeclarationState state, DateOnly? acceptedOn) => connection.Execute(
        """
        UPDATE declarations_declarations SET state = @state, edition = @Edition, draw_day = @drawDay,
            version = @Version, first_line = @FirstLine, line_count = @LineCount, value_cents = @ValueCents,
            duty_cents = @DutyCents, vat_cents = @VatCents, accepted_on = @acceptedOn,
            message_version = @MessageVersion
        WHERE id = @DeclarationId
        """,
        new
        {
            version.DeclarationId,
            state = (int)state,
            version.Edition,
            drawDay = version.DrawDay.DayNumber,
            version.Version,
            version.FirstLine,
            version.LineCount,
            version.ValueCents,
            version.DutyCents,
            version.VatCents,
            acceptedOn = acceptedOn?.DayNumber,
            version.MessageVersion,
        },
        transaction);

    /// <summary>
    /// With the draw only, never with an amendment: the sample remembers the consignment that was drawn, so that
    /// another transport document frees no one from that draw, after a restart neither.
    /// </summary>
    public void SetConsignment(long id, ulong consignment, ulong goods, bool isRelodged) => connection.Execute(
        """
        UPDATE declarations_declarations SET consignment = @consignment, goods = @goods, relodgings = @relodgings
        WHERE id = @id
        """,
        new
        {
            id,
            consignment = unchecked((long)consignment),
            goods = unchecked((long)goods),
            relodgings = isRelodged ? 1 : 0,
        },
        transaction);

    /// <summary>Nearly always the one that stands already; another one is found apart from the segments.</summary>
    public void SetParcelKey(long id, long? key)
    {
        var changed = connection.Execute(
            "UPDATE declarations_declarations SET parcel_key = @key WHERE id = @id AND parcel_key IS NOT @key",
            new { id, key }, transaction);
        if (changed > 0 && key is not null)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO declarations_parcel_moved VALUES (@key, @id)", new { id, key }, transaction);
        }
    }

    public void PutTerm(long id, TermKind kind, DateOnly lastDay) => connection.Execute(
        "INSERT OR REPLACE INTO declarations_terms VALUES (@id, @kind, @lastDay, 0)",
        new { id, kind = (int)kind, lastDay = lastDay.DayNumber }, transaction);

    public void EndTerm(long id) => connection.Execute(
        "DELETE FROM declarations_terms WHERE declaration_id = @id", new { id }, transaction);

    /// <summary>What a supplement clears, with the last day of the term that it meets.</summary>
    public void AddSupplemented(long supplementId, long id, DateOnly lastDay) => connection.Execute(
        "INSERT INTO declarations_supplemented VALUES (@supplementId, @id, @lastDay)",
        new { supplementId, id, lastDay = lastDay.DayNumber }, transaction);

    /// <summary>What a supplement cleared, in their order, with the term that was met.</summary>
    public IReadOnlyList<(StandingDeclaration Declaration, DateOnly LastDay)> Supplemented(long supplementId) =>
        connection.Query<(long Id, long LastDay)>(
            """
            SELECT declaration_id, last_day FROM declarations_supplemented WHERE supplement_id = @supplementId
            ORDER BY declaration_id
            """,
            new { supplementId }, transaction)
            .Select(row => (Find(row.Id)!, DateOnly.FromDayNumber((int)row.LastDay))).ToList();

    /// <summary>The supplement that stands for a simplified declaration or entry; null if there is none.</summary>
    public StandingDeclaration? SupplementOf(long id) => connection.QueryFirstOrDefault<StandingDeclaration>(
        Columns + """
         WHERE d.state NOT IN (6, 7) AND d.id IN (
            SELECT supplement_id FROM declarations_supplemented WHERE declaration_id = @id)
        """,
        new { id }, transaction);

    public void TellTerm(long id) => connection.Execute(
        "UPDATE declarations_terms SET is_told = 1 WHERE declaration_id = @id", new { id }, transaction);

    /// <summary>Declarations whose term was over before the day and of which no one was told.</summary>
    public IReadOnlyList<long> TermsOver(DateOnly today, int limit) => connection.Query<long>(
        """
        SELECT declaration_id FROM declarations_terms WHERE is_told = 0 AND last_day < @today
        ORDER BY last_day, declaration_id LIMIT @limit
        """,
        new { today = today.DayNumber, limit }, transaction).ToList();

    /// <summary>Keeps under a request what was found when it was granted, beside what was found when it came.</summary>
    public void KeepProblems(long requestId, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            connection.Execute(
                """
                INSERT INTO declarations_problems
                SELECT @requestId, coalesce((SELECT max(number) + 1 FROM declarations_problems
                    WHERE declaration_id = @requestId), 0), @Code, @severity, @DataElement, @Pointer, @arguments
                WHERE NOT EXISTS (SELECT 1 FROM declarations_problems WHERE declaration_id = @requestId
                    AND code = @Code AND pointer = @Pointer AND arguments = @arguments)
                """,
                new
                {
                    requestId,
                    problem.Code,
                    severity = (int)problem.Severity,
                    problem.DataElement,
                    problem.Pointer,
                    arguments = StoredProblems.WriteArguments(problem.Arguments),
                },
                transaction);
        }
    }

    public StandingRequest? Request(long id) => connection.QueryFirstOrDefault<StandingRequest>(
        """
        SELECT id Id, declaration_id DeclarationId, kind Kind, submitter_id SubmitterId, received_at ReceivedAt,
            state State, file_id FileId, entry Entry, content_hash ContentHash, claim_kind IS NOT NULL HasClaim,
            message_version MessageVersion,
            reason_code ReasonCode
        FROM declarations_requests WHERE id = @id
        """,
        new { id }, transaction);

    public void AddRequest(RequestRow request, byte[] contentHash, int edition) => connection.Execute(
        """
        INSERT INTO declarations_requests VALUES (@Id, @DeclarationId, @kind, @SubmitterId, @Lrn, @Attempt,
            @ReceivedAt, @state, @ReasonCode, @ReasonText, @claimKind, @basis, @cents, @currency, @taxes, @holder,
            @grounds, @VersionMade, @RawFileId, @RawEntry, @contentHash, @edition, @DecidedAt, NULL, '',
            @MessageVersion)
        """,
        new
        {
            request.Id,
            request.DeclarationId,
            kind = (int)request.Kind,
            request.SubmitterId,
            request.Lrn,
            request.Attempt,
            request.ReceivedAt,
            state = (int)request.State,
            request.ReasonCode,
            request.ReasonText,
            claimKind = (int?)request.Claim?.Kind,
            basis = (int?)request.Claim?.LegalBasis,
            cents = request.Claim?.Amount.Cents,
            currency = request.Claim?.Amount.Currency.ToStored(),
            taxes = request.Claim is { } claim ? TextOf(claim.Taxes) : null,
            holder = request.Claim?.Holder?.ToString(),
            grounds = request.Claim?.Grounds,
            request.VersionMade,
            request.RawFileId,
            request.RawEntry,
            contentHash,
            edition,
            request.DecidedAt,
            request.MessageVersion,
        },
        transaction);

    public void DecideRequest(long id, RequestState state, long at, string by, string reason, int versionMade) =>
        connection.Execute(
            """
            UPDATE declarations_requests SET state = @state, decided_at = @at, decided_by = @by, reason = @reason,
                version_made = @versionMade WHERE id = @id
            """,
            new { id, state = (int)state, at, by, reason, versionMade }, transaction);

    /// <summary>The undecided request of a kind about a declaration; 0 if there is none.</summary>
    public long Undecided(long declarationId, MessageKind kind) => connection.ExecuteScalar<long?>(
        """
        SELECT id FROM declarations_requests WHERE declaration_id = @declarationId AND kind = @kind
            AND state IN (3, 4) LIMIT 1
        """,
        new { declarationId, kind = (int)kind }, transaction) ?? 0;

    /// <summary>A notice that its goods are presented was taken before.</summary>
    public bool WasPresented(long declarationId) => connection.ExecuteScalar<long>(
        """
        SELECT count(*) FROM declarations_requests WHERE declaration_id = @declarationId AND kind = @kind AND state = 1
        """,
        new { declarationId, kind = (int)MessageKind.Presentation }, transaction) > 0;

    /// <summary>The open correction that customs asked for; 0 if there is none.</summary>
    public long OpenCorrection(long declarationId) => connection.ExecuteScalar<long?>(
        """
        SELECT id FROM declarations_corrections_asked WHERE declaration_id = @declarationId AND answered_by IS NULL
            AND closed_at IS NULL ORDER BY id LIMIT 1
        """,
        new { declarationId }, transaction) ?? 0;

    /// <summary>Customs asked for a correction at any time: it found particulars to be wrong.</summary>
    public bool WasCorrectionAsked(long declarationId) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM declarations_corrections_asked WHERE declaration_id = @declarationId",
        new { declarationId }, transaction) > 0;

    /// <summary>An examination was announced, whatever came of it.</summary>
    public bool WasControlled(long declarationId) => connection.ExecuteScalar<long>(
        "SELECT EXISTS (SELECT 1 FROM controls_orders WHERE declaration_id = @declarationId)",
        new { declarationId }, transaction) == 1;

    public void AskCorrection(long declarationId, long at, string by, string reason, DateOnly dueOn) =>
        connection.Execute(
            """
            INSERT INTO declarations_corrections_asked (declaration_id, asked_at, asked_by, reason, due_on)
            VALUES (@declarationId, @at, @by, @reason, @dueOn)
            """,
            new { declarationId, at, by, reason, dueOn = dueOn.DayNumber }, transaction);

    public void AnswerCorrections(long declarationId, long requestId) => connection.Execute(
        """
        UPDATE declarations_corrections_asked SET answered_by = @requestId
        WHERE declaration_id = @declarationId AND answered_by IS NULL AND closed_at IS NULL
        """,
        new { declarationId, requestId }, transaction);

    /// <summary>The open corrections that customs asked of a declaration are no longer asked.</summary>
    public void CloseCorrections(long declarationId, long at) => connection.Execute(
        """
        UPDATE declarations_corrections_asked SET closed_at = @at
        WHERE declaration_id = @declarationId AND answered_by IS NULL AND closed_at IS NULL
        """,
        new { declarationId, at }, transaction);

    /// <summary>Last day of the open correction that was asked; null if none is open.</summary>
    public DateOnly? CorrectionDueOn(long declarationId) => connection.ExecuteScalar<long?>(
        """
        SELECT max(due_on) FROM declarations_corrections_asked
        WHERE declaration_id = @declarationId AND answered_by IS NULL AND closed_at IS NULL
        """,
        new { declarationId }, transaction) is { } day ? DateOnly.FromDayNumber((int)day) : null;

    /// <summary>Duty and VAT of the last version that no amendment, correction or determination made; null while no
    /// other was made.</summary>
    public (long Duty, long Vat)? DeclaredAtFirst(long declarationId) =>
        connection.QueryFirstOrDefault<(long Duty, long Vat)?>(
            """
            SELECT duty_cents, vat_cents FROM declarations_versions
            WHERE declaration_id = @declarationId AND kind NOT IN (3, 4, 11) ORDER BY version DESC LIMIT 1
            """,
            new { declarationId }, transaction);

    /// <summary>The control order of a line whose goods are no longer declared.</summary>
    public void EndOrder(long line, long at) => connection.Execute(
        "UPDATE controls_orders SET state = 3, finished_at = @at WHERE line_id = @line AND state <> 3",
        new { line, at }, transaction);

    /// <summary>A control order is about the goods: it goes on with the line that stands for them now, and remembers
    /// the one that was selected.</summary>
    /// <param name="isReopened">The line is of another item: what was found counts for the one that is gone.</param>
    public void MoveSelection(long fromLine, long toLine, bool isReopened = false) => connection.Execute(
        """
        INSERT INTO risk_selections
            SELECT @toLine, number, declaration_id, kind, source, version, seen, boundary, ground
            FROM risk_selections WHERE line_id = @fromLine;
        UPDATE controls_orders SET line_id = @toLine, first_line = coalesce(first_line, line_id),
            state = CASE WHEN @isReopened AND state = 3 THEN 2 ELSE state END,
            finished_at = CASE WHEN @isReopened THEN NULL ELSE finished_at END
        WHERE line_id = @fromLine;
        """,
        new { fromLine, toLine, isReopened }, transaction);

    private static string TextOf(IReadOnlyList<ClaimedTax> taxes) => string.Join(' ', taxes.Select(
        tax => string.Create(CultureInfo.InvariantCulture, $"{tax.TaxType}:{tax.AmountCents}")));
}
