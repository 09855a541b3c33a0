// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>What a declarant learns of a control: that it is there, what he is asked, and how it ends.</summary>
public sealed class ControlledTests : ApiTest
{
    private const string Secret = "Zeerooversnest";

    [Fact]
    public async Task Nothing_of_a_finding_but_the_words_for_him_reaches_the_declarant()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("CTL-000001", code: "930690"));
        var (path, mrn) = (lodged.Header("Location")!, lodged.Text("mrn")!);
        var before = await Caller.Get(path);
        await Find(mrn, order => new NewFinding(
            order.Id, "not-in-order", "description", "goods", Secret + " notitie", "Omschrijf de patronen.",
            FollowUpKind.Correction, [new Particular(1, ParticularKind.Description, Secret + " vastgesteld")], []));
        var told = (await Caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray();
        await Running.InsertHistory(
            Running.Find(mrn), Tolhuis.Declarations.Contract.HistoryKind.CorrectionReminder, "2026-08-06");
        var reminder = (await Caller.Get("/v1/notifications?kind=correctionReminder")).Json!["notifications"]![0]!;

        Assert.Equal(
            ["accepted", "underControl", "documentsWanted"], told.Select(one => one!["kind"]!.ToString()));
        Assert.Equal("Omschrijf de patronen.", told[2]!["explanation"]!.ToString());
        Assert.Equal("2026-08-06", reminder["dueOn"]!.ToString());
        Assert.Contains(
            "20260806", (await Caller.Xml(reminder["seq"]!.ToString())).ToString(), StringComparison.Ordinal);
        foreach (var page in (string[])["", "/notifications", "/versions", "/corrections-asked", "/requests", "/lines"])
            AssertSaysNothing((await Caller.Get(path + page)).Content);
        foreach (var one in (await Caller.Get("/v1/notifications")).Json!["notifications"]!.AsArray())
            AssertSaysNothing((await Caller.Xml(one!["seq"]!.ToString())).ToString());
        Assert.Equal(before.Text("state"), (await Caller.Get(path)).Text("state"));
    }

    [Fact]
    public async Task That_a_control_is_taken_up_tells_the_declarant_nothing()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("CTL-000002", code: "930690"));
        var path = lodged.Header("Location")!;
        var before = await Caller.Get(path);

        await Take(lodged.Text("mrn")!);

        Assert.Equal(before.Header("ETag"), (await Caller.Get(path)).Header("ETag"));
        Assert.Equal(2, (await Caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_was_in_order_is_released_with_its_debt()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("CTL-000003", code: "930690"));
        await Find(lodged.Text("mrn")!, order => new NewFinding(
            order.Id, "in-order", "", "goods", Secret, "", FollowUpKind.None, [], []));

        var after = await Caller.Get(lodged.Header("Location")!);

        Assert.Equal("released", after.Text("state"));
        Assert.NotNull(after.Json!["dutyAmount"]);
        AssertSaysNothing(after.Content);
    }

    private static void AssertSaysNothing(string content)
    {
        foreach (var word in (string[])[Secret, "Wassenaar", "not-in-order", "goods\"", "\"found\"", "takenUp"])
            Assert.DoesNotContain(word, content, StringComparison.Ordinal);
    }

    private async Task<Actor> Take(string mrn)
    {
        var id = await Running.Store.Write((connection, transaction) => connection.ExecuteScalar<long>(
            """
            INSERT INTO access_people (sign_in_name, name, roles, created_at)
            VALUES ('wassenaar', 'J. Wassenaar', 'Officer', 0) RETURNING id
            """, transaction: transaction));
        var officer = new Actor(ActorKind.Person, id, "J. Wassenaar");
        var answer = await Running.Services.GetRequiredService<IActs>().TakeControl(Running.Find(mrn).Id, officer);
        Assert.True(answer.IsDone);
        return officer;
    }

    private async Task Find(string mrn, Func<ControlOrder, NewFinding> finding)
    {
        var officer = await Take(mrn);
        var order = Running.Services.GetRequiredService<IControls>().Of(Running.Find(mrn))[0];
        var answer = await Running.Services.GetRequiredService<IActs>().RecordFinding(finding(order), officer);
        Assert.True(answer.IsDone, string.Join(", ", answer.Problems.Select(problem => problem.Code)));
    }
}
