// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>A correction that is sent again because its answer was lost.</summary>
public sealed class CorrectionRetryTests : ApiTest
{
    [Fact]
    public async Task It_gets_the_earlier_answer_and_anything_else_is_not_asked()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("RTR-000001", code: "930690"));
        var path = lodged.Header("Location")!;
        var asked = await Running.Services.GetRequiredService<IActs>().AskCorrection(
            Running.Find(lodged.Text("mrn")!).Id, "De omschrijving is te vaag.", LifeCalls.Officer);
        Assert.True(asked.IsDone);
        var message = Correction("RTR-000002", "Patroon, onklaar", lodged.Text("mrn")!);
        var given = await Send(path, message);
        var again = await Send(path, message);
        var changed = await Send(path, Correction("RTR-000002", "Patroon, leeg", lodged.Text("mrn")!));
        var more = await Send(path, Correction("RTR-000003", "Patroon, leeg", lodged.Text("mrn")!));

        Assert.True(given.Status == HttpStatusCode.Created, given.Content);
        Assert.True(again.Status == HttpStatusCode.OK, again.Content);
        Assert.Equal(given.Text("requestId"), again.Text("requestId"));
        Assert.Equal(given.Header("Location"), again.Header("Location"));
        Assert.Equal("intake.lrn.in-use", changed.ProblemCodes[0]);
        Assert.Equal(HttpStatusCode.Conflict, more.Status);
        Assert.Equal("intake.correction.not-asked", more.Text("code"));
        Assert.Equal("2", (await Caller.Get(path)).Text("version"));
        // No more was lodged than the one, and the one whose number was in use.
        Assert.Equal(2, (await Caller.Get(path + "/requests")).Json!["requests"]!.AsArray().Count);
    }

    private Task<ApiAnswer> Send(string path, string message) =>
        Caller.Post(path + "/corrections", SampleMessages.Xml(message));

    private static string Correction(string lrn, string description, string mrn) => SampleMessages.Amending(
        SampleMessages.H7(lrn, code: "930690", description: description), mrn);
}
