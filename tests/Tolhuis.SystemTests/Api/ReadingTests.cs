// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

public sealed class ReadingTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    [Fact]
    public async Task The_declarations_of_others_do_not_exist()
    {
        using var other = await Running.Caller("Windroos");
        var lodged = await Caller.Lodge(SampleMessages.H7("OWN-000001"));
        var path = lodged.Header("Location")!;

        foreach (var address in new[] { path, path + "/lines", path + "/notifications" })
        {
            Assert.Equal(HttpStatusCode.OK, (await Caller.Get(address)).Status);
            var hidden = await other.Get(address);
            Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
            Assert.Equal("declarations.declaration.not-found", hidden.Text("code"));
        }

        Assert.Empty((await other.Get("/v1/declarations")).Json!["declarations"]!.AsArray());
        Assert.Empty((await other.Get("/v1/declarations?lrn=OWN-000001")).Json!["declarations"]!.AsArray());
        Assert.Empty((await other.Get("/v1/notifications")).Json!["notifications"]!.AsArray());
    }

    [Fact]
    public async Task Lines_carry_masses_as_numbers_and_amounts_as_text()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("OWN-000002", value: "24.90"));
        var line = (await Caller.Get(lodged.Header("Location") + "/lines")).Json!["lines"]![0]!;

        Assert.Equal("610910", line["commodityCode"]!.ToString());
        Assert.Equal("24.90", line["declaredValue"]!["amount"]!.GetValue<string>());
        Assert.Equal("EUR", line["declaredValue"]!["currency"]!.ToString());
        Assert.Equal(JsonValueKind.Number, line["grossMass"]!.GetValueKind());
    }

    [Fact]
    public async Task An_unchanged_declaration_is_not_sent_again()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("OWN-000003"));
        var first = await Caller.Get(lodged.Header("Location")!);
        var again = await Caller.Get(lodged.Header("Location")!, ("If-None-Match", first.Header("ETag")!));
        var other = await Caller.Get(lodged.Header("Location")!, ("If-None-Match", "\"anders\""));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Content);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Pages_lead_through_all_declarations_once()
    {
        for (var i = 0; i < 7; i++)
            await Caller.Lodge(SampleMessages.H7($"PAGE-00000{i}"));

        var seen = new List<string>();
        for (var next = "/v1/declarations?limit=3&state=released&dataSet=H7"; next is not null;)
        {
            var page = await Caller.Get(next);
            seen.AddRange(page.Json!["declarations"]!.AsArray().Select(one => one!["lrn"]!.ToString()));
            next = page.Json["next"]?.ToString();
            Assert.Equal(next is null ? null : $"<{next}>; rel=\"next\"", page.Header("Link"));
        }

        var held = (await Caller.Get("/v1/declarations?state=underControl")).Json!["declarations"]!.AsArray().Count;
        Assert.Equal(7, seen.Distinct().Count() + held);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
    }

    [Fact]
    public async Task The_pull_box_gives_each_notification_again_until_the_cursor_moves()
    {
        await using var own = await RunningTolhuis.Start();
        using var caller = await own.Caller();
        await caller.Lodge(SampleMessages.H7("BOX-000001"));
        await caller.Lodge(SampleMessages.H7("BOX-000002", value: "veel"), ("Accept-Language", "en"));

        var first = await caller.Get("/v1/notifications?limit=2");
        var again = await caller.Get("/v1/notifications?limit=2");
        var rest = await caller.Get(first.Json!["next"]!.ToString());
        var none = await caller.Get("/v1/notifications?after=" + rest.Text("after"));

        Assert.Equal(first.Content, again.Content);
        Assert.Equal("accepted", first.Json["notifications"]![0]!["kind"]!.ToString());
        Assert.Equal("01", first.Json["notifications"]![0]!["code"]!.ToString());
        Assert.Equal("DMSACC", first.Json["notifications"]![0]!["message"]!.ToString());
        var rejection = rest.Json!["notifications"]![0]!;
        Assert.Equal("rejected", rejection["kind"]!.ToString());
        Assert.NotEmpty(rejection["problems"]!.AsArray());
        Assert.Empty(none.Json!["notifications"]!.AsArray());
        Assert.Equal(rest.Text("after"), none.Text("after"));
        own.Skip(TimeSpan.FromDays(31));
        Assert.Empty((await caller.Get("/v1/notifications")).Json!["notifications"]!.AsArray());
    }

    [Fact]
    public async Task Of_a_held_declaration_the_trader_learns_that_it_is_held_and_nothing_more()
    {
        JsonNode? held = null;
        for (var i = 0; i < 40 && held is null; i++)
        {
            // A code of the restricted list is checked by law, whatever the sample draws.
            var answer = await Caller.Lodge(SampleMessages.H7($"HELD-{i:D6}", code: "930690"));
            held = answer.Text("state") == "underControl" ? answer.Json : null;
        }

        Assert.True(held is not null, "a code of the restricted list holds its declaration");
        var path = "/v1/declarations/" + held!["mrn"];
        var texts = new[]
        {
            held.ToJsonString(), (await Caller.Get(path)).Content, (await Caller.Get(path + "/lines")).Content,
            (await Caller.Get(path + "/notifications")).Content, (await Caller.Get("/v1/notifications")).Content,
        };

        Assert.Contains("underControl", texts[1], StringComparison.Ordinal);
        Assert.Contains("DMSCTL", texts[3], StringComparison.Ordinal);
        foreach (var word in new[] { "selected", "sample", "reason", "profile", "score", "share", "restricted" })
            Assert.All(texts, text => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Null((await Caller.Get(path)).Json!["dutyAmount"]);
    }

    [Fact]
    public async Task What_is_inside_the_house_is_never_shown()
    {
        var lodged = await Caller.Lodge(SampleMessages.H7("HOUSE-000001"));
        Assert.True(Mrn.TryParse(lodged.Text("mrn")!.AsSpan(), out var mrn, out _));
        var row = Running.Services.GetRequiredService<IDeclarations>().Find(mrn)!;
        await Running.InsertHistory(row, HistoryKind.ToDetermine);

        var own = await Caller.Get("/v1/declarations/" + mrn + "/notifications");
        var box = await Caller.Get("/v1/notifications");

        Assert.All(own.Json!["notifications"]!.AsArray().Concat(box.Json!["notifications"]!.AsArray()),
            one => Assert.NotEqual("50", one!["code"]!.ToString()));
        var history = Running.Services.GetRequiredService<IDeclarations>().History(row.Id);
        Assert.Contains(history, one => one.Kind == HistoryKind.ToDetermine);
    }

    [Fact]
    public async Task Every_wrong_query_parameter_is_named_at_once()
    {
        var answer = await Caller.Get(
            "/v1/declarations?limit=0&state=weg&receivedFrom=1-7-2026&statsu=released&cursor=1&cursor=2",
            ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("platform.query.invalid", answer.Text("code"));
        Assert.Equal(
            ["?cursor", "?limit", "?receivedFrom", "?state", "?statsu"],
            answer.Json!["problems"]!.AsArray().Select(one => one!["pointer"]!.ToString())
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/v1/declarations/GEENMRN", HttpStatusCode.BadRequest, "platform.path.invalid")]
    [InlineData("/v1/declaration-files/abc", HttpStatusCode.BadRequest, "platform.path.invalid")]
    [InlineData("/v1/declaration-files/999", HttpStatusCode.NotFound, "intake.file.not-found")]
    [InlineData("/v1/declaraties", HttpStatusCode.NotFound, "platform.path.not-found")]
    public async Task A_wrong_address_says_what_is_wrong_with_it(string path, HttpStatusCode status, string code)
    {
        var answer = await Caller.Get(path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Text("code"));
    }
}
