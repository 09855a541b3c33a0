// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator.Life;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Controls of what a house has under control, and what officers and declarants do with them.</summary>
internal static class ControlledThings
{
    /// <summary>Low value parcels under control with one line to examine, those of the worklist first.</summary>
    public static IReadOnlyList<DeclarationRow> Held(this House house, int count)
    {
        var filter = new ControlFilter(ControlStage.ToExamine, DataSet: DataSet.H7, Limit: 200);
        var rows = house.Get<IControls>().Cases(filter)
            .Where(c => c.Lines == 1).Select(c => house.Get<IDeclarations>().Find(c.DeclarationId)!)
            .Take(count).ToList();
        Assert.Equal(count, rows.Count);
        return rows;
    }

    /// <summary>Makes every order one of the law, with its reason in sight, or one of the sample, which is blind.
    /// </summary>
    public static Task MakeBlind(this House house, bool isBlind) =>
        house.Execute($"update controls_orders set kind = {(isBlind ? 2 : 1)}");

    public static Person Officer(this House house) =>
        house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));

    /// <summary>An officer takes a control and finds it in order.</summary>
    /// <param name="by">Who; the officer of the house if not given.</param>
    public static Task FindInOrder(this House house, DeclarationRow row, Actor? by = null) => house.Find(
        row, order => new NewFinding(order.Id, "in-order", "", "documents", "", "", FollowUpKind.None, [], []), by);

    /// <summary>An officer takes a control and asks for a correction of the value, which he established.</summary>
    public static Task FindWrong(this House house, DeclarationRow row, string value) =>
        house.Find(row, order => new NewFinding(
            order.Id, "not-in-order", "value", "documents", "Factuur gezien", "Geef de waarde van de factuur aan.",
            FollowUpKind.Correction,
            [new Particular(house.LineOf(row, order).Item, ParticularKind.Value, value)], []));

    public static LineRow LineOf(this House house, DeclarationRow row, ControlOrder order) =>
        house.Get<IDeclarations>().Lines(row).First(l => l.Id == order.LineId);

    public static ControlOrder OrderOf(this House house, DeclarationRow row) => house.Get<IControls>().Of(row)[0];

    /// <summary>The declarant answers with another price.</summary>
    public static async Task Correct(this House house, DeclarationRow row, int percent)
    {
        var raw = house.Get<IReceivedFiles>().RawMessage(row.RawFileId, row.RawEntry)!;
        var answer = await house.Get<IIntake>().Lodge(
            FollowUpMessages.Amended(raw, row.Mrn.ToString(), $"COR{row.Id}", "5", "As asked", percent),
            await house.Tokens.House());
        Assert.True(
            answer.RequestState == RequestState.Granted,
            $"{answer.RequestState}: {string.Join(' ', answer.Problems.Select(p => p.Code))}");
    }

    private static async Task Find(
        this House house, DeclarationRow row, Func<ControlOrder, NewFinding> found, Actor? by = null)
    {
        var (acts, who) = (house.Get<IActs>(), by ?? house.Officer().AsActor());
        foreach (var answer in new[]
        {
            await acts.TakeControl(row.Id, who), await acts.RecordFinding(found(house.OrderOf(row)), who),
        })
            Assert.True(answer.IsDone, string.Join(' ', answer.Problems.Select(p => p.Code)));
    }
}
