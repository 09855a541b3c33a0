// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tolhuis.Kernel;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>Two submitters act for one declarant: neither reads what the other wrote.</summary>
public sealed class OtherSubmitterTests : IAsyncLifetime
{
    private RunningTolhuis _tolhuis = null!;
    private HttpClient _caller = null!;
    private HttpClient _other = null!;

    public async ValueTask InitializeAsync()
    {
        _tolhuis = await RunningTolhuis.Start();
        _caller = await _tolhuis.Caller();
        _other = await _tolhuis.Caller("Windroos");
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _other.Dispose();
        await _tolhuis.DisposeAsync();
    }

    [Fact]
    public async Task The_decision_on_the_request_of_another_is_told_without_its_words()
    {
        var path = await _caller.Release("TWO-000001");
        var asked = await _other.Lodge(SampleMessages.Invalidation("VREEMD-000001", LifeCalls.MrnOf(path)));
        await _tolhuis.Decide(asked, isGranted: false, "Alleen voor de ander.");
        var seen = await Told(path, "requestDecided");
        var own = (await _other.Get("/v1/notifications?kind=requestDecided")).Json!["notifications"]![0]!;

        Assert.Equal("denied", seen["requestState"]!.ToString());
        Assert.Equal(asked.Text("requestId"), seen["requestId"]!.ToString());
        Assert.Null(seen["requestLrn"]);
        Assert.Null(seen["explanation"]);
        Assert.StartsWith("TWO-000001", seen["lrn"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("VREEMD-000001", own["requestLrn"]!.ToString());
        Assert.Equal("Alleen voor de ander.", own["explanation"]!.ToString());
        AssertSaysNothing((await _caller.Get(path + "/notifications")).Content);
    }

    [Fact]
    public async Task A_rejected_request_of_another_is_told_without_its_problems()
    {
        var path = await _caller.Release("TWO-000002");
        var late = await _other.Lodge(SampleMessages.Presentation("VREEMD-000002", LifeCalls.MrnOf(path)));
        var seen = await Told(path, "rejected");
        var own = (await _other.Get("/v1/notifications?kind=rejected")).Json!["notifications"]![0]!;

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.NotEmpty(own["problems"]!.AsArray());
        Assert.Equal("VREEMD-000002", own["lrn"]!.ToString());
        Assert.Empty(seen["problems"]!.AsArray());
        Assert.Null(seen["requestLrn"]);
        Assert.Equal("rejected", seen["requestState"]!.ToString());
    }

    [Fact]
    public async Task What_another_amended_is_told_without_his_reference_and_his_reason()
    {
        var path = await _caller.PreLodge("TWO-000003");
        await _other.Lodge(SampleMessages.Amending(
            SampleMessages.H7("VREEMD-000003", description: "Katoenen trui"), LifeCalls.MrnOf(path), "7"));
        var seen = await Told(path, "corrected");
        var xml = await _caller.Xml(seen["seq"]!.ToString());

        Assert.Null(seen["requestLrn"]);
        Assert.Equal("", ReferenceIn(xml));
        Assert.All(xml.Descendants(LifeCalls.Wco + "ChangeReasonCode"), code => Assert.Equal("", code.Value));
        Assert.NotEmpty(xml.Descendants(LifeCalls.Wco + "Amendment"));
        AssertSaysNothing(seen.ToJsonString() + xml);
    }

    [Fact]
    public async Task What_another_had_invalidated_is_told_without_his_reason()
    {
        var path = await _caller.PreLodge("TWO-000004");
        var own = await _caller.PreLodge("TWO-000005");
        await _other.Lodge(SampleMessages.Invalidation("VREEMD-000004", LifeCalls.MrnOf(path)));
        await _caller.Lodge(SampleMessages.Invalidation("TWO-000006", LifeCalls.MrnOf(own)));
        var seen = await Told(path, "invalidated");
        var xml = await _caller.Xml(seen["seq"]!.ToString());
        var ofOwn = await _caller.Xml((await Told(own, "invalidated"))["seq"]!.ToString());

        Assert.Null(seen["requestLrn"]);
        Assert.Equal("", ReferenceIn(xml));
        AssertSaysNothing(seen.ToJsonString() + xml);
        Assert.Equal("TWO-000006", ReferenceIn(ofOwn));
        Assert.Contains("De goederen zijn teruggestuurd", ofOwn.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_warnings_of_what_another_amended_are_his()
    {
        var path = await _caller.PreLodge("TWO-000007", value: "240.00");
        await _other.Lodge(SampleMessages.Amending(
            SampleMessages.H7("VREEMD-000007", value: "250.00"), LifeCalls.MrnOf(path)));
        var read = await _caller.Get(path);

        Assert.Equal("2", read.Text("version"));
        Assert.Empty(read.Json!["problems"]!.AsArray());
    }

    [Fact]
    public async Task The_attempts_of_another_are_not_counted_for_his_request()
    {
        await _caller.Lodge(SampleMessages.H7("TWO-000008", value: "veel"));
        var lodged = await _caller.Lodge(SampleMessages.PreLodged(SampleMessages.H7("TWO-000008")));
        await _other.Lodge(SampleMessages.Invalidation("VREEMD-000008", lodged.Text("mrn")!));
        var own = (await _other.Get("/v1/notifications?kind=requestDecided")).Json!["notifications"]![0]!;

        Assert.Equal("2", (await _caller.Get(lodged.Header("Location")!)).Text("attempt"));
        Assert.Equal("1", own["attempt"]!.ToString());
    }

    [Fact]
    public async Task Good_messages_about_the_declaration_of_another_are_answered_as_if_it_did_not_exist()
    {
        var mrn = LifeCalls.MrnOf(await _caller.Release("TWO-000009"));
        var requested = await _caller.Lodge(SampleMessages.Invalidation("TWO-000010", mrn));
        Assert.Equal(HttpStatusCode.Accepted, requested.Status);
        using var stranger = await _tolhuis.Caller("Noorderzon", mandate: "NL007654321");
        var absent = Mrn.ForSequence(new DateOnly(2026, 7, 1), 4_321).ToString();
        foreach (var client in new[] { _other, stranger })
        {
            foreach (var (noun, message) in Messages(mrn))
            {
                var foreign = await client.Post($"/v1/declarations/{mrn}{noun}", SampleMessages.Xml(message));
                var unknown = await client.Post(
                    $"/v1/declarations/{absent}{noun}",
                    SampleMessages.Xml(message.Replace(mrn, absent, StringComparison.Ordinal)));
                AssertSame(foreign, mrn, unknown, absent);
            }

            foreach (var noun in new[]
            {
                "", "/lines", "/versions", "/versions/1/lines", "/requests", "/corrections-asked", "/notifications",
                "/requests/" + requested.Text("requestId"),
            })
            {
                AssertSame(
                    await client.Get($"/v1/declarations/{mrn}{noun}"), mrn,
                    await client.Get($"/v1/declarations/{absent}{noun}"), absent);
            }

            Assert.Empty((await client.Get("/v1/notifications")).Json!["notifications"]!.AsArray());
            Assert.Empty((await client.Get("/v1/declarations")).Json!["declarations"]!.AsArray());
        }

        Assert.Single((await _caller.Get($"/v1/declarations/{mrn}/requests")).Json!["requests"]!.AsArray());
    }

    private static (string Noun, string Message)[] Messages(string mrn) =>
    [
        ("/presentations", SampleMessages.Presentation("VREEMD-000011", mrn)),
        ("/amendments", SampleMessages.Amending(SampleMessages.H7("VREEMD-000012"), mrn)),
        ("/corrections", SampleMessages.Amending(SampleMessages.H7("VREEMD-000013"), mrn)),
        ("/invalidation-requests", SampleMessages.Invalidation("VREEMD-000014", mrn)),
        ("/repayment-requests", SampleMessages.Repayment("VREEMD-000015", mrn, "1.00")),
        ("/supplements", SampleMessages.Supplement("VREEMD-000016", mrn)),
    ];

    private static void AssertSame(ApiAnswer foreign, string mrn, ApiAnswer unknown, string absent)
    {
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(
            foreign.Content.Replace(mrn, "MRN", StringComparison.Ordinal),
            unknown.Content.Replace(absent, "MRN", StringComparison.Ordinal));
    }

    private async Task<JsonNode> Told(string path, string kind) =>
        (await _caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray()
        .Single(one => one!["kind"]!.ToString() == kind)!;

    private static string ReferenceIn(XDocument xml) =>
        xml.Descendants(LifeCalls.Wco + "Declaration").Single()
            .Element(LifeCalls.Wco + "FunctionalReferenceID")!.Value;

    private static void AssertSaysNothing(string content)
    {
        foreach (var word in new[] { "VREEMD", "Alleen voor de ander", "teruggestuurd", "Typefout", "Wassenaar" })
            Assert.DoesNotContain(word, content, StringComparison.Ordinal);
    }
}
