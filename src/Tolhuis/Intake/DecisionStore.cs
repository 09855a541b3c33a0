// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Intake;

/// <summary>The SQL of the hot path. Columns in the order of the tables.</summary>
internal static class DecisionStore
{
    public const string InsertDeclaration =
        """
        INSERT INTO declarations_declarations (id, submitter_id, declarant_id, data_set, lrn, attempt, received_at,
            state, file_id,
            entry, content_hash, edition, consignment, goods, relodgings, draw_day, first_line, line_count,
            first_history, value_cents, duty_cents,
            vat_cents, additional_type, accepted_on, supplements_id, message_version, parcel_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public const string InsertLine =
        """
        INSERT INTO declarations_lines (id, declaration_id, item, code, country, description, value, currency,
            value_cents,
            gross_mass, net_mass, additional, duty_cents, vat_cents, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public const string InsertHistory =
        """
        INSERT INTO declarations_history (seq, declaration_id, submitter_id, kind, at, is_later, detail)
        VALUES (?, ?, ?, ?, ?, 0, NULL)
        """;

    /// <summary>A row after the first decision: found by its index.</summary>
    public const string InsertLaterHistory =
        """
        INSERT INTO declarations_history (seq, declaration_id, submitter_id, kind, at, is_later, detail)
        VALUES (?, ?, ?, ?, ?, 1, ?)
        """;

    public const string InsertProblem =
        """
        INSERT INTO declarations_problems (declaration_id, number, code, severity, data_element, pointer, arguments)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    public const string InsertSelection =
        """
        INSERT INTO risk_selections (line_id, number, declaration_id, kind, source, version, seen, boundary, ground)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public const string InsertOrder =
        "INSERT INTO controls_orders (declaration_id, line_id, kind, state, ordered_at) VALUES (?, ?, ?, 1, ?)";

    public const string UpsertDay =
        """
        INSERT INTO declarations_days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, declarant_id, data_set) DO UPDATE SET
            accepted = accepted + excluded.accepted, rejected = rejected + excluded.rejected,
            lines = lines + excluded.lines, released = released + excluded.released,
            selected = selected + excluded.selected, undecided = undecided + excluded.undecided,
            relodged = relodged + excluded.relodged, value_cents = value_cents + excluded.value_cents,
            duty_cents = duty_cents + excluded.duty_cents, vat_cents = vat_cents + excluded.vat_cents,
            first_id = min(first_id, excluded.first_id), last_id = max(last_id, excluded.last_id),
            received = received + excluded.received
        """;

    public const string InsertBatch = "INSERT INTO intake_batches VALUES (?, ?, ?, ?, ?, ?)";

    public const string InsertException = "INSERT INTO intake_exceptions VALUES (?, ?, ?, ?, ?, ?)";

    public const string UpdateFile =
        """
        UPDATE intake_files SET next_entry = ?2, accepted = accepted + ?3, rejected = rejected + ?4,
            unreadable = unreadable + ?5, duplicates = duplicates + ?6, quarantined = quarantined + ?7, lines = lines
                + ?8,
            released = released + ?9, selected = selected + ?10, undecided = undecided + ?11,
            state = CASE WHEN ?2 = entries THEN 2 ELSE state END,
            finished_at = CASE WHEN ?2 = entries THEN ?12 ELSE finished_at END
        WHERE id = ?1 AND next_entry = ?13
        """;

    public const string UpdateNumbers =
        """
        UPDATE intake_decider SET next_sequence = ?, next_line = ?, next_history = ?, spool_number = ?, spool_length = ?
        WHERE id = 1
        """;

    public const string SelectAnswer =
        "SELECT received_at, state, line_count, first_line, edition FROM declarations_declarations WHERE id = ?";

    public const string SelectFile = "SELECT received_at FROM intake_files WHERE id = ?";

    public const string ForgetFilter =
        "UPDATE declarations_lrn_weeks SET filter = NULL WHERE week = ? AND filter IS NOT NULL";

    public static string LrnTable(int week) => string
        .Create(CultureInfo.InvariantCulture, $"declarations_lrn_{week:D6}");

    public static string CreateLrnTable(int week) =>
        string.Create(CultureInfo.InvariantCulture, $"""
         CREATE TABLE IF NOT EXISTS {LrnTable(week)} (
             owner INTEGER NOT NULL, kind INTEGER NOT NULL, lrn TEXT NOT NULL, declaration_id INTEGER NOT NULL,
             attempt INTEGER NOT NULL, is_rejected INTEGER NOT NULL, content_hash BLOB NOT NULL,
             PRIMARY KEY (owner, kind, lrn)) STRICT, WITHOUT ROWID;
         INSERT OR IGNORE INTO declarations_lrn_weeks VALUES ({week}, 0, NULL);
         """);

    /// <summary>A later attempt takes the place of a rejected one.</summary>
    public static string PutLrn(string table) =>
        $"""
         INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (owner, kind, lrn) DO UPDATE SET declaration_id = excluded.declaration_id,
             attempt = excluded.attempt, is_rejected = excluded.is_rejected, content_hash = excluded.content_hash
         """;

    public static string FindLrn(string table) =>
        $"SELECT declaration_id, attempt, is_rejected, content_hash FROM {table} "
        + "WHERE owner = ? AND kind = ? AND lrn = ?";
}
