// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>The law for programs.</summary>
public sealed class TariffTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    [Fact]
    public async Task A_code_is_told_as_it_holds_on_the_day_and_what_changes_next()
    {
        var before = await Caller.Get("/v1/tariff/610910?on=2026-06-30", ("Accept-Language", "en"));
        var today = await Caller.Get("/v1/tariff/6109100010");

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Null(before.Json!["flatDuty"]);
        var change = before.Json["changes"]!.AsArray()[0]!;
        Assert.Equal(("2026-07-01", "ends"), (change["day"]!.ToString(), change["kind"]!.ToString()));
        Assert.Equal("en", before.Header("Content-Language"));
        Assert.Equal("2026-07-01", today.Text("on"));
        Assert.Equal("3.00", today.Json!["flatDuty"]!["amount"]!["amount"]!.ToString());
        var duty = today.Json["measures"]!.AsArray().Single(m => m!["type"]!.ToString() == "third-country")!;
        Assert.Equal(("12%", "610910"), (duty["duty"]!.ToString(), duty["code"]!.ToString()));
        Assert.Equal("21", today.Text("vatPercent"));
    }

    [Fact]
    public async Task A_list_has_its_codes_of_the_day()
    {
        var before = await Caller.Get("/v1/code-lists/h7-additional-procedure?on=2026-06-30");
        var after = await Caller.Get("/v1/code-lists/h7-additional-procedure?on=2026-07-01");

        Assert.Contains("\"C07\"", before.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("\"C07\"", after.Content, StringComparison.Ordinal);
        Assert.Equal("1", after.Text("edition"));
    }

    [Theory]
    [InlineData(400, "platform.path.invalid", "/v1/tariff/61091")]
    [InlineData(400, "platform.path.invalid", "/v1/tariff/katoen")]
    [InlineData(404, "tariff.code.not-found", "/v1/tariff/770101")]
    [InlineData(404, "tariff.code-list.not-found", "/v1/code-lists/geen-lijst")]
    [InlineData(400, "platform.query.invalid", "/v1/tariff/610910?on=morgen")]
    [InlineData(400, "platform.query.invalid", "/v1/tariff/610910?on=1066-10-14")]
    [InlineData(400, "platform.query.invalid", "/v1/tariff/610910?origin=C1")]
    [InlineData(400, "platform.query.invalid", "/v1/code-lists/incoterm?day=2026-07-01")]
    public async Task A_wrong_question_is_told_what_is_wrong(int status, string code, string path)
    {
        var answer = await Caller.Get(path);

        Assert.Equal((status, code), ((int)answer.Status, answer.Text("code")));
    }

    [Fact]
    public async Task A_token_that_may_only_lodge_may_not_read_the_law_and_a_stranger_neither()
    {
        using var stranger = Running.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get("/v1/tariff/610910")).Status);
        using var lodger = await Running.Caller(scopes: TokenScopes.Lodge);
        Assert.Equal(HttpStatusCode.Forbidden, (await lodger.Get("/v1/tariff/610910")).Status);
    }
}
