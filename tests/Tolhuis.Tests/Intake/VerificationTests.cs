// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Tolhuis.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Every promise of a store can fail: a fault is planted for each, and verify finds it.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open(demo: true);
        await _store.Decide(Zip(
            H7("A-1"), Rejected("A-2"), Restricted("A-3"), Undetermined("A-4"), Unreadable("x"), H7("A-1")));
        await _store.Lodge(H7("B-1"));
        // One that is presented and asked to be invalidated, and one that awaits presentation.
        var presented = await _store.Lodge(LifeMessages.Prelodged("D-1"));
        await _store.Lodge(LifeMessages.Presentation(presented.Mrn));
        await _store.Lodge(LifeMessages.Invalidation(presented.Mrn));
        await _store.Lodge(LifeMessages.Prelodged("D-2"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    public static TheoryData<string, string> Faults => new()
    {
        { "sequence", "UPDATE intake_decider SET next_sequence = 1" },
        { "sequence", "UPDATE intake_decider SET next_line = 1" },
        { "supplements", "INSERT INTO declarations_supplemented VALUES (1, 999, 1)" },
        { "sequence", "UPDATE intake_decider SET next_history = 1" },
        { "dense", "UPDATE intake_decider SET next_sequence = next_sequence + 1" },
        { "dense", "UPDATE intake_decider SET next_line = next_line + 1" },
        { "dense", "UPDATE intake_decider SET next_history = next_history + 1" },
        { "dense", "DELETE FROM declarations_history WHERE seq = 2" },
        { "dense", "DELETE FROM declarations_history WHERE seq = (SELECT max(seq) FROM declarations_history)" },
        { "dense", "DELETE FROM declarations_lines WHERE id = 1" },
        { "dense", "DELETE FROM declarations_declarations WHERE id = 2" },
        { "lines", "DELETE FROM declarations_lines WHERE id = 1" },
        { "lines", "UPDATE declarations_declarations SET first_line = first_line + 1 WHERE state = 5" },
        { "orphan-lines", "UPDATE declarations_lines SET declaration_id = 999 WHERE id = 1" },
        { "held", "UPDATE declarations_lines SET outcome = 1 WHERE outcome = 2" },
        { "held", "UPDATE declarations_declarations SET state = 5 WHERE state = 4" },
        { "held", "UPDATE declarations_declarations SET state = 4 WHERE state = 3" },
        { "sums", "UPDATE declarations_lines SET vat_cents = vat_cents + 1 WHERE id = 1" },
        { "sums", "UPDATE declarations_declarations SET duty_cents = duty_cents + 1 WHERE state = 5" },
        { "reasons", "DELETE FROM risk_selections" },
        { "reasons", "DELETE FROM controls_orders" },
        { "reasons", "INSERT INTO controls_orders VALUES (99, 1, 1, 1, 1, 1, NULL, NULL, NULL)" },
        { "history", "DELETE FROM declarations_history WHERE kind = 1" },
        { "history", "DELETE FROM declarations_history WHERE kind = 3" },
        { "history", "UPDATE declarations_history SET kind = 1 WHERE kind = 8" },
        { "history", "DELETE FROM declarations_history WHERE kind = 8" },
        { "history", "DELETE FROM declarations_history WHERE kind = 5" },
        { "history", "DELETE FROM declarations_history WHERE kind = 50" },
        { "history", "UPDATE declarations_history SET kind = 9 WHERE kind = 5" },
        { "history", "UPDATE declarations_history SET submitter_id = 99 WHERE kind = 8" },
        { "problems", "DELETE FROM declarations_problems" },
        { "once", "UPDATE declarations_declarations SET lrn = 'A-1' WHERE lrn = 'B-1'" },
        { "file-counts", "UPDATE intake_files SET accepted = accepted + 1" },
        { "file-counts", "UPDATE intake_files SET released = released + 1" },
        { "file-counts", "UPDATE intake_files SET state = 1" },
        { "file-messages", "DELETE FROM intake_exceptions WHERE outcome = 4" },
        { "file-messages", "UPDATE declarations_declarations SET entry = 0 WHERE file_id = 1" },
        { "file-batches", "DELETE FROM intake_batches" },
        { "file-batches", "UPDATE intake_batches SET entry_until = entry_until - 1" },
        { "days", "DELETE FROM declarations_days" },
        { "days", "UPDATE declarations_days SET rejected = rejected + 1" },
        { "days", "UPDATE declarations_days SET selected = selected + 1" },
        { "orphans", "INSERT INTO declarations_history VALUES (0, 999, 1, 8, 0, 0, NULL)" },
        { "orphans", "INSERT INTO declarations_problems VALUES (999, 0, 'a.b.c', 1, '', '', '')" },
        { "orphans", "UPDATE risk_selections SET declaration_id = 999" },
        { "local-reference-numbers", "UPDATE {lrns} SET declaration_id = 999 WHERE lrn = 'A-1'" },
        { "local-reference-numbers", "UPDATE {lrns} SET is_rejected = 1 WHERE lrn = 'A-1'" },
        { "local-reference-numbers", "UPDATE {lrns} SET lrn = 'A-9' WHERE lrn = 'A-1'" },
        { "local-reference-numbers", "DELETE FROM {lrns} WHERE lrn = 'A-1'" },
        { "tasks", "UPDATE access_tasks SET closed_at = 1" },
        { "tasks", "UPDATE access_tasks SET kind = 'control', object_id = "
            + "(SELECT id FROM declarations_declarations WHERE state = 5)" },
        { "replay", "UPDATE declarations_lines SET outcome = 3 WHERE outcome = 2" },
        { "replay", "UPDATE declarations_declarations SET edition = 999 WHERE state = 5" },
        { "replay", "UPDATE declarations_declarations SET content_hash = x'00' WHERE state = 5" },
        { "replay", "UPDATE declarations_declarations SET entry = entry + 1 WHERE file_id = 0" },
        { "replay", "UPDATE declarations_lines SET outcome = 3 WHERE outcome = 4" },
        { "replay", "UPDATE risk_selections SET boundary = '9999'" },
        { "replay", "UPDATE risk_selections SET kind = 2" },
        { "replay", "UPDATE declarations_lines SET value_cents = value_cents + 1 WHERE id = 1" },
    };

    /// <summary>Faults in what came after lodging.</summary>
    public static TheoryData<string, string> LifeFaults => new()
    {
        { "sequence", "UPDATE declarations_requests SET id = 1000 WHERE state = 3" },
        { "dense", "DELETE FROM declarations_requests WHERE state = 1" },
        { "lines", "UPDATE declarations_versions SET first_line = first_line - 1 WHERE version = 1" },
        { "held", "UPDATE declarations_lines SET outcome = 1 WHERE outcome = 5" },
        { "history", "DELETE FROM declarations_history WHERE kind = 2" },
        { "history", "UPDATE declarations_declarations SET state = 8 WHERE state = 1" },
        { "problems", "UPDATE declarations_requests SET state = 5, decided_at = 1 WHERE state = 3" },
        { "days", "UPDATE declarations_days SET received = received + 1" },
        { "days", "UPDATE declarations_declarations SET accepted_on = 1 WHERE state = 1" },
        { "versions", "UPDATE declarations_declarations SET version = 3 WHERE version = 2" },
        { "versions", "UPDATE declarations_declarations SET version = 1 WHERE version = 2" },
        { "versions", "UPDATE declarations_declarations SET draw_day = draw_day + 1 WHERE version = 2" },
        { "versions", "DELETE FROM declarations_versions WHERE version = 1" },
        { "versions", "UPDATE declarations_versions SET request_id = 999 WHERE version = 2" },
        { "requests", "UPDATE declarations_requests SET declaration_id = 999 WHERE state = 3" },
        { "requests", "UPDATE declarations_requests SET decided_at = 1 WHERE state = 3" },
        { "requests", "UPDATE declarations_requests SET version_made = 7 WHERE state = 1" },
        { "requests", "INSERT INTO declarations_corrections_asked VALUES (1, 999, 1, 'x', 'x', 1, NULL, 0, 0, NULL)" },
        { "hearings", "UPDATE declarations_requests SET state = 2, decided_at = 1 WHERE state = 3" },
        { "hearings", """
            INSERT INTO declarations_request_acts (request_id, kind, at, by, ground, text)
            VALUES (999, 3, 1, 'x', '10-a', '')
            """ },
        { "hearings", """
            INSERT INTO declarations_request_acts (request_id, kind, at, by, ground, text, day, ends_at)
            SELECT id, 1, 1, 'x', '', 'x', 1, 1 FROM declarations_requests WHERE state = 3
            """ },
        { "determined", "INSERT INTO declarations_determined VALUES (1, 2, 1, 20, '1.00')" },
        { "determined", "UPDATE declarations_versions SET kind = 11, request_id = NULL WHERE version = 2" },
        { "intents", Intended(999, "d.id + 900", "NULL") },
        // Announced without being told, decided before its term without a view, and not released without a hearing.
        { "intents", Intended(1, "d.id", "NULL") },
        { "intents", Intended(2, "d.id", "50") },
        { "intents", "UPDATE declarations_declarations SET state = 7 WHERE state = 4" },
        { "requests", "UPDATE declarations_history SET kind = 11 WHERE kind = 8 AND is_later = 0" },
        { "request-tasks", "UPDATE access_tasks SET closed_at = 1 WHERE object_kind = 'request'" },
        { "request-tasks", "UPDATE declarations_requests SET state = 1, decided_at = 1 WHERE state = 3" },
        { "terms", "DELETE FROM declarations_terms" },
        { "terms", "INSERT INTO declarations_terms VALUES (1, 1, 1, 0)" },
        { "terms", "INSERT INTO declarations_terms VALUES (1, 2, 1, 0)" },
        { "terms", "UPDATE declarations_declarations SET supplements_id = 999 WHERE state = 1" },
        { "local-reference-numbers", "DELETE FROM {lrns} WHERE lrn LIKE 'INV-1%'" },
        { "local-reference-numbers", "UPDATE {lrns} SET is_rejected = 1 WHERE lrn LIKE 'INV-1%'" },
        { "replay", "UPDATE declarations_versions SET law_day = law_day - 30 WHERE version = 2" },
        { "replay", "UPDATE declarations_versions SET content_hash = x'00' WHERE version = 2" },
        { "replay", "UPDATE declarations_versions SET edition = 999 WHERE version = 1" },
        { "replay", "UPDATE declarations_lines SET outcome = 3 WHERE outcome = 5" },
    };

    [Fact]
    public void A_store_as_it_was_written_keeps_every_promise_however_often_one_asks()
    {
        Assert.Empty(_store.Verify());
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    [MemberData(nameof(LifeFaults))]
    public async Task A_planted_fault_is_found(string promise, string sql)
    {
        await _store.Tamper(WithoutTriggers + sql.Replace("{lrns}", Weeks(), StringComparison.Ordinal));

        var faults = _store.Verify();

        Assert.Contains(faults, fault => fault.Promise == promise);
    }

    [Fact]
    public void Every_promise_has_its_planted_fault() => Assert.Empty(
        VerificationStore.Promises.Select(promise => promise.Name)
            .Except(Faults.Concat(LifeFaults).Concat(ControlVerificationTests.Faults).Select(row => row.Data.Item1)));

    [Theory]
    [InlineData("DELETE FROM declarations_history WHERE kind = 8")]
    [InlineData("UPDATE declarations_history SET at = at + 1 WHERE kind = 8")]
    [InlineData("DELETE FROM declarations_versions WHERE version = 1")]
    [InlineData("UPDATE declarations_versions SET duty_cents = 0 WHERE version = 2")]
    [InlineData("DELETE FROM declarations_requests WHERE state = 1")]
    [InlineData("UPDATE declarations_requests SET reason_text = 'other' WHERE state = 3")]
    public async Task History_only_grows(string sql)
    {
        var refused = await Assert.ThrowsAsync<SqliteException>(() => _store.Tamper(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Faults_that_were_repaired_are_not_told_again()
    {
        await _store.Tamper("UPDATE intake_files SET accepted = accepted + 1");
        Assert.NotEmpty(_store.Verify());
        await _store.Tamper("UPDATE intake_files SET accepted = accepted - 1");

        Assert.Empty(_store.Verify());
    }

    [Fact]
    public void A_received_file_that_changed_or_is_gone_is_named()
    {
        var path = Directory.GetFiles(
            Path.Combine(_store.Path, "archive", "files"), "*", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains(_store.Verify(), fault => fault.Promise == "archive");

        File.Delete(path);

        Assert.Contains(_store.Verify(), fault => fault.Promise == "archive");
        Assert.Contains(_store.Verify(), fault => fault.Promise == "replay");
    }

    [Fact]
    public void A_damaged_message_in_the_spool_is_named()
    {
        var path = Directory.GetFiles(Path.Combine(_store.Path, "archive", "spool")).Single();
        using (var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            RandomAccess.Write(handle, "X"u8, 100);

        var fault = Assert.Single(_store.Verify());

        Assert.Equal("replay", fault.Promise);
    }

    private static string Intended(int id, string declaration, string decidedAt) =>
        $"""
        INSERT INTO controls_hearings (id, declaration_id, kind, grounds, announced_at, announced_by, ends_at,
            decided_at)
        SELECT {id}, {declaration}, 2, 'x', 1, 'x', 100, {decidedAt} FROM declarations_declarations d WHERE d.state = 4
        """;

    private const string WithoutTriggers =
        "DROP TRIGGER declarations_history_keeps_rows; DROP TRIGGER declarations_history_keeps_values; "
        + "DROP TRIGGER declarations_versions_keeps_rows; DROP TRIGGER declarations_versions_keeps_values; "
        + "DROP TRIGGER declarations_requests_keeps_rows; DROP TRIGGER declarations_requests_keeps_values; ";

    private string Weeks() =>
        DecisionStore.LrnTable((int)_store.Scalar<long>("SELECT week FROM declarations_lrn_weeks"));
}
