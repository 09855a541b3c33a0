// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>The promises about controls can fail: a fault is planted for each, and verify finds it.</summary>
public sealed class ControlVerificationTests : IAsyncLifetime
{
    private const string WithoutTriggers =
        "DROP TRIGGER controls_findings_keeps_rows; DROP TRIGGER controls_findings_keeps_values; "
        + "DROP TRIGGER controls_established_keeps_rows; DROP TRIGGER controls_established_keeps_values; "
        + "DROP TRIGGER controls_outcomes_keeps_rows; DROP TRIGGER controls_outcomes_keeps_values; "
        + "DROP TRIGGER declarations_history_keeps_rows; DROP TRIGGER declarations_history_keeps_values; ";

    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        var officer = await _store.NewOfficer();
        // One that is released, one that is corrected and released, one that waits for a decision and one that is new.
        await Find("A-1", officer, InOrder);
        await Find("A-2", officer, order => Wrong(
            order, FollowUpKind.Correction, new Particular(1, ParticularKind.Value, "30.00 EUR")));
        await _store.Lodge(LifeMessages.Amendment(
            H7(Numbered("A-2") with { Code = "430160", Description = "Fox fur", Value = "30.00" }),
            _store.Declarations.Find(2)!.Mrn));
        await Find("A-3", officer, order => Wrong(order, FollowUpKind.NoRelease));
        await _store.Lodge(Restricted("A-4"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    public static TheoryData<string, string> Faults => new()
    {
        { "control-orders", "UPDATE controls_orders SET state = 1, finished_at = NULL WHERE id = 1" },
        { "control-orders", "UPDATE controls_orders SET finished_at = 1 WHERE state = 1" },
        { "control-orders", "UPDATE controls_orders SET state = 2 WHERE state = 1" },
        { "findings", "UPDATE controls_findings SET order_id = 99" },
        { "findings", "UPDATE controls_findings SET declaration_id = 1 WHERE id = 2" },
        { "findings", "UPDATE controls_findings SET item = 7" },
        { "findings", "DELETE FROM declarations_history WHERE kind = 51" },
        { "findings", "UPDATE controls_established SET finding_id = 99" },
        { "findings", "INSERT INTO controls_evidence VALUES (1, 99)" },
        { "examined", "DELETE FROM controls_examined" },
        { "examined", "INSERT INTO controls_examined VALUES (1)" },
        { "examined", "INSERT INTO controls_examined SELECT id FROM declarations_declarations WHERE lrn = 'A-4'" },
        { "outcomes", "DELETE FROM controls_outcomes WHERE order_id = 1" },
        { "outcomes", "UPDATE controls_outcomes SET declared_vat_cents = declared_vat_cents + 1" },
        { "outcomes", "UPDATE controls_outcomes SET final_value_cents = final_value_cents + 1 WHERE order_id = 2" },
        { "outcomes", "UPDATE controls_outcomes SET selected_line = final_line WHERE order_id = 2" },
        { "outcomes", "UPDATE controls_outcomes SET final_line = 0 WHERE order_id = 2" },
        { "outcomes", "UPDATE controls_outcomes SET result = 'in-order' WHERE order_id = 2" },
        { "control-totals", "DELETE FROM controls_days" },
        { "control-totals", "INSERT INTO controls_days VALUES (1, 0, 1, 1, 0, 0, 0)" },
        { "control-totals", "UPDATE controls_days SET day = day + 1" },
        { "control-totals", "UPDATE controls_days SET is_simulated = 1" },
        { "control-totals", "UPDATE controls_days SET ended = ended + 1" },
        { "control-totals", "UPDATE controls_days SET in_order = in_order + 1" },
        { "control-totals", "UPDATE controls_days SET not_in_order = 0" },
        { "control-totals", "UPDATE controls_days SET difference_cents = difference_cents - 1" },
        { "control-totals", "UPDATE controls_days SET work = work + 1" },
        { "control-totals", "UPDATE controls_declarant_days SET declarant_id = declarant_id + 1" },
        { "control-totals", "UPDATE controls_declarant_days SET kind = 9" },
        { "control-totals", "UPDATE controls_declarant_days SET ended = ended - 1" },
        { "control-totals", "UPDATE controls_declarant_days SET not_in_order = not_in_order + 1" },
        { "control-totals", "UPDATE controls_declarant_days SET simulated = simulated + 1" },
        { "control-totals", "UPDATE controls_declarant_days SET difference_cents = difference_cents + 1" },
        { "outcomes", "UPDATE declarations_declarations SET state = 4 WHERE id = 1" },
        { "reasons", "UPDATE controls_orders SET line_id = 1000 + id" },
        { "held", "DELETE FROM declarations_history WHERE kind = 8 AND is_later = 1" },
        { "tasks", "UPDATE access_tasks SET closed_at = 1 WHERE module = 'controls'" },
    };

    [Fact]
    public async Task A_store_with_controls_of_every_end_keeps_every_promise_also_after_a_restart()
    {
        Assert.Empty(_store.Verify());
        await _store.Restart();
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found(string promise, string sql)
    {
        await _store.Tamper(WithoutTriggers + sql);

        Assert.Contains(_store.Verify(), fault => fault.Promise == promise);
    }

    private async Task Find(string lrn, Actor officer, Func<ControlOrder, NewFinding> finding)
    {
        var lodged = await _store.Lodge(Restricted(lrn));
        await _store.Take(lodged, officer);
        Assert.True((await _store.Record(finding(_store.Orders(lodged)[0]), officer)).IsDone);
    }
}
