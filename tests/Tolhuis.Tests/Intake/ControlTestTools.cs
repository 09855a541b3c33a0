// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Tests.Intake;

/// <summary>Officers and findings for tests of the loop. Invented names.</summary>
internal static class ControlTestTools
{
    /// <summary>Puts an officer in the store; no one can sign in as him.</summary>
    public static async Task<Actor> NewOfficer(this TestStore store, string name = "R. van Dam", bool simulated = false)
    {
        var id = await store.Store.Write((connection, transaction) => connection.ExecuteScalar<long>(
            """
            INSERT INTO access_people (sign_in_name, name, roles, is_demo, is_simulated, created_at)
            VALUES (@sign, @name, 'Officer', 0, @simulated, 0) RETURNING id
            """,
            new { sign = $"{name} {simulated}".ToLowerInvariant(), name, simulated = simulated ? 1 : 0 }, transaction));
        return new Actor(ActorKind.Person, id, name);
    }

    public static async Task<ActAnswer> Take(this TestStore store, MessageAnswer lodged, Actor by) =>
        await store.Get<IActs>().TakeControl(lodged.DeclarationId, by);

    /// <summary>Orders of the lines that stand, by line.</summary>
    public static IReadOnlyList<ControlOrder> Orders(this TestStore store, MessageAnswer lodged) =>
        store.Get<IControls>().Of(store.Declaration(lodged));

    public static Task<ActAnswer> Record(this TestStore store, NewFinding finding, Actor by) =>
        store.Get<IActs>().RecordFinding(finding, by);

    public static NewFinding InOrder(ControlOrder order) =>
        new(order.Id, "in-order", "", "documents", "", "", FollowUpKind.None, [], []);

    public static NewFinding Wrong(
        ControlOrder order, FollowUpKind followUp = FollowUpKind.Correction, params Particular[] established) =>
        new(order.Id, "not-in-order", "value", "documents", "Invoice found", "State the value of the invoice",
            followUp, established, []);
}
