// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Intake;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>What the sender of a request finds in his pull box, however he sent it.</summary>
public sealed class RequestNotificationTests : ApiTest
{
    [Fact]
    public async Task A_request_that_waits_is_told_as_received_to_its_sender()
    {
        using var other = await Running.Caller("Windroos");
        var path = await Caller.Release("WAI-000001");
        var before = await Caller.Get(path);
        var asked = await other.Lodge(SampleMessages.Invalidation("WAI-000002", LifeCalls.MrnOf(path)));
        var told = (await other.Get("/v1/notifications")).Json!["notifications"]!.AsArray().Single()!;
        var xml = await other.Xml(told["seq"]!.ToString());
        var after = await Caller.Get(path, ("If-None-Match", before.Header("ETag")!));
        await Running.Decide(asked, isGranted: false, "Nee.");
        var again = (await other.Get("/v1/notifications")).Json!["notifications"]!.AsArray();

        Assert.Equal("registered", told["kind"]!.ToString());
        Assert.Equal("02", told["code"]!.ToString());
        Assert.Equal("pending", told["requestState"]!.ToString());
        Assert.Equal("WAI-000002", told["requestLrn"]!.ToString());
        Assert.Equal(asked.Text("requestId"), told["requestId"]!.ToString());
        Assert.Equal("02", xml.Descendants(LifeCalls.Wco + "FunctionCode").First().Value);
        Assert.Equal("WAI-000002", xml.Descendants(LifeCalls.Wco + "Declaration").Single()
            .Element(LifeCalls.Wco + "FunctionalReferenceID")!.Value);
        // Nothing of the declaration changed by it.
        Assert.Equal(HttpStatusCode.NotModified, after.Status);
        Assert.Equal(told.ToJsonString(), again[0]!.ToJsonString());
        Assert.Equal(["registered", "requestDecided"], again.Select(one => one!["kind"]!.ToString()));
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task A_rejected_request_in_a_file_is_told_with_its_problems()
    {
        var path = await Caller.Release("WAI-000003");
        var zip = SampleMessages.Zip(SampleMessages.Presentation("WAI-000004", LifeCalls.MrnOf(path)),
            SampleMessages.Repayment("WAI-000005", LifeCalls.MrnOf(path), "1.00"));
        var file = await Caller.Post("/v1/declaration-files", zip, ("Prefer", "wait=20"));
        var all = (await Caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray();
        var rejected = all.Single(one => one!["kind"]!.ToString() == "rejected")!;
        var waits = all.Single(one => one!["kind"]!.ToString() == "registered")!;

        Assert.Equal(HttpStatusCode.Created, file.Status);
        Assert.Equal("rejected", rejected["requestState"]!.ToString());
        Assert.Equal("WAI-000004", rejected["requestLrn"]!.ToString());
        Assert.Equal(LifeCalls.MrnOf(path), rejected["mrn"]!.ToString());
        Assert.Contains(rejected["problems"]!.AsArray(),
            problem => problem!["code"]!.ToString() == "intake.presentation.not-awaited");
        Assert.NotEmpty((await Caller.Xml(rejected["seq"]!.ToString())).Descendants(LifeCalls.Wco + "Error"));
        Assert.Equal("WAI-000005", waits["requestLrn"]!.ToString());
        Assert.Equal("released", (await Caller.Get(path)).Text("state"));
    }

    // What is stored agrees with itself.
    private List<string> Faults() => Running.Services.GetRequiredService<Verification>()
        .Run(20, (_, _, _) => { }).Select(fault => fault.Promise + ": " + fault.Sentence).ToList();
}
