// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

public sealed class LodgingTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    [Fact]
    public async Task A_message_is_answered_with_its_decision_and_its_place()
    {
        var answer = await Caller.Lodge(SampleMessages.H7("API-000001"));

        Assert.True(answer.Status == HttpStatusCode.Created, answer.Content);
        Assert.Equal("accepted", answer.Text("outcome"));
        Assert.Equal("API-000001", answer.Text("lrn"));
        Assert.Equal("2026-07-01T08:00:00Z", answer.Text("receivedAt"));
        Assert.Equal("/v1/declarations/" + answer.Text("mrn"), answer.Header("Location"));
        var read = await Caller.Get(answer.Header("Location")!);
        Assert.Equal(answer.Text("state"), read.Text("state"));
    }

    [Fact]
    public async Task The_same_message_again_gets_the_earlier_answer()
    {
        var first = await Caller.Lodge(SampleMessages.H7("API-000002"));
        var again = await Caller.Lodge(SampleMessages.H7("API-000002"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("duplicate", again.Text("outcome"));
        Assert.Equal(first.Text("mrn"), again.Text("mrn"));
        Assert.Equal("1", again.Text("lineCount"));
    }

    [Fact]
    public async Task Other_content_with_a_used_lrn_is_a_conflict()
    {
        await Caller.Lodge(SampleMessages.H7("API-000003"));
        var other = await Caller.Lodge(SampleMessages.H7("API-000003", value: "25.90"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("intake.lrn.in-use", other.Text("code"));
        Assert.Contains("intake.lrn.in-use", other.ProblemCodes);
        Assert.Equal("rejected", other.Text("outcome"));
    }

    [Fact]
    public async Task A_wrong_message_gets_all_its_problems_and_again_when_it_comes_again()
    {
        var wrong = SampleMessages.H7("API-000004", value: "veel", code: "ABC");
        var first = await Caller.Lodge(wrong, ("Accept-Language", "en"));
        var again = await Caller.Lodge(wrong, ("Accept-Language", "nl"));

        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        Assert.Equal("application/problem+json", first.ContentType);
        Assert.True(first.ProblemCodes.Count >= 2, first.Content);
        Assert.All(first.Json!["problems"]!.AsArray(), problem =>
        {
            Assert.NotEmpty(problem!["text"]!.ToString());
            Assert.Contains(problem["severity"]!.ToString(), new[] { "reject", "warn" });
        });
        Assert.Equal(first.ProblemCodes, again.ProblemCodes);
        Assert.NotEqual(first.Json["problems"]![0]!["text"]!.ToString(),
            again.Json!["problems"]![0]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_mended_message_may_use_the_lrn_of_a_rejected_one()
    {
        await Caller.Lodge(SampleMessages.H7("API-000005", value: "veel"));
        var mended = await Caller.Lodge(SampleMessages.H7("API-000005"));
        var list = await Caller.Get("/v1/declarations?lrn=API-000005");

        Assert.Equal(HttpStatusCode.Created, mended.Status);
        Assert.Equal("2", (await Caller.Get(mended.Header("Location")!)).Text("attempt"));
        Assert.Contains(list.Json!["declarations"]!.AsArray(), one => one!["mrn"]?.ToString() == mended.Text("mrn"));
    }

    [Theory]
    [InlineData("geen xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'e'>]><x>&e;</x>")]
    [InlineData("<x/>")]
    public async Task What_cannot_be_understood_is_a_bad_request(string message)
    {
        var answer = await Caller.Lodge(message);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.ProblemCodes);
    }

    [Fact]
    public async Task Without_a_mandate_for_the_declarant_nothing_is_accepted()
    {
        var answer = await Caller.Lodge(SampleMessages.H7("API-000006", declarant: "NL009999999"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("intake.mandate.missing", answer.ProblemCodes);
    }

    [Fact]
    public async Task A_preference_is_honoured_and_named()
    {
        var async = await Caller.Lodge(SampleMessages.H7("API-000007"), ("Prefer", "respond-async"));
        var waited = await Caller.Lodge(SampleMessages.H7("API-000008"), ("Prefer", "wait=5"));

        Assert.Equal(HttpStatusCode.Accepted, async.Status);
        Assert.Equal("respond-async", async.Header("Preference-Applied"));
        Assert.NotNull(async.Header("Location"));
        Assert.Equal(HttpStatusCode.Created, waited.Status);
        Assert.Equal("wait=5", waited.Header("Preference-Applied"));
    }

    [Fact]
    public async Task An_idempotency_key_belongs_to_one_content()
    {
        var first = await Caller.Lodge(SampleMessages.H7("API-000009"), ("Idempotency-Key", "sleutel-1"));
        var again = await Caller.Lodge(SampleMessages.H7("API-000009"), ("Idempotency-Key", "sleutel-1"));
        var other = await Caller.Lodge(SampleMessages.H7("API-000010"), ("Idempotency-Key", "sleutel-1"));
        using var stranger = await Running.Caller("Windroos");
        var elsewhere = await stranger.Lodge(SampleMessages.H7("API-000010"), ("Idempotency-Key", "sleutel-1"));
        var malformed = await Caller.Lodge(SampleMessages.H7("API-000011"), ("Idempotency-Key", new string('x', 101)));

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("platform.idempotency-key.reused", other.Text("code"));
        Assert.Equal(HttpStatusCode.Created, elsewhere.Status);
        Assert.Equal("platform.idempotency-key.malformed", malformed.Text("code"));
    }

    [Fact]
    public async Task A_batch_answers_each_message_as_if_it_came_alone()
    {
        using var batch = new MultipartFormDataContent
        {
            { SampleMessages.Xml(SampleMessages.H7("API-000012")), "message", "a.xml" },
            { SampleMessages.Xml("stuk"), "message", "b.xml" },
            { SampleMessages.Xml(SampleMessages.H7("API-000012")), "message", "c.xml" },
            { SampleMessages.Xml(SampleMessages.H7("API-000012", value: "1.00")), "message", "d.xml" },
            { SampleMessages.Xml(""), "message", "e.xml" },
        };
        var answer = await Caller.Post("/v1/declaration-batches", batch);

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Content);
        var answers = answer.Json!["answers"]!.AsArray();
        Assert.Equal(["201", "400", "200", "409", "400"], answers.Select(one => one!["status"]!.ToString()));
        Assert.Equal(["a.xml", "b.xml", "c.xml", "d.xml", "e.xml"], answers.Select(one => one!["name"]!.ToString()));
        Assert.Equal("intake.lrn.in-use", answers[3]!["problem"]!["code"]!.ToString());
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_or_is_too_long_lodges_nothing()
    {
        using var long101 = new MultipartFormDataContent();
        for (var i = 0; i < 101; i++)
            long101.Add(SampleMessages.Xml(SampleMessages.H7($"API-1{i:D5}")), "message", $"{i}.xml");
        using var cut = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=m\r\n\r\n<a/>"u8.ToArray());
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        Assert.Equal("intake.batch.malformed", (await Caller.Post("/v1/declaration-batches", long101)).Text("code"));
        Assert.Equal("intake.batch.malformed", (await Caller.Post("/v1/declaration-batches", cut)).Text("code"));
        Assert.Empty((await Caller.Get("/v1/declarations")).Json!["declarations"]!.AsArray());
    }

    [Fact]
    public async Task Too_large_a_message_is_refused_with_or_without_a_stated_length()
    {
        var large = SampleMessages.H7("API-000013") + new string(' ', 4 << 20);
        var stated = await Caller.Lodge(large);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/declarations");
        request.Content = SampleMessages.Xml(large);
        request.Headers.TransferEncodingChunked = true;
        var chunked = await ApiAnswer.Of(await Caller.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, stated.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.Status);
        Assert.Equal("platform.body.too-large", chunked.Text("code"));
    }

    [Fact]
    public async Task A_token_to_read_may_not_lodge_and_the_other_way_round()
    {
        using var reader = await Running.Caller("Poldersoft", TokenScopes.Read);
        using var lodger = await Running.Caller("Poldersoft", TokenScopes.Lodge);

        var lodging = await reader.Lodge(SampleMessages.H7("API-000014"));
        var reading = await lodger.Get("/v1/declarations");

        Assert.Equal(HttpStatusCode.Forbidden, lodging.Status);
        Assert.Equal("access.token.scope-missing", lodging.Text("code"));
        Assert.Contains("scope=\"lodge\"", lodging.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, reading.Status);
        Assert.Equal(HttpStatusCode.Created, (await lodger.Lodge(SampleMessages.H7("API-000014"))).Status);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_says_so_and_goes_on_reading()
    {
        await using var own = await RunningTolhuis.Start();
        using var caller = await own.Caller();
        await caller.Lodge(SampleMessages.H7("API-000015"));
        own.Store.Writer.Report(Tolhuis.Platform.StoreFault.SyncFailed);

        var lodging = await caller.Lodge(SampleMessages.H7("API-000016"), ("Accept-Language", "en"));
        var health = await caller.Get("/v1/health");
        var reading = await caller.Get("/v1/declarations");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lodging.Status);
        Assert.Equal("intake.store.unavailable", lodging.Text("code"));
        Assert.Contains("sync-failed", lodging.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("30", lodging.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Single(reading.Json!["declarations"]!.AsArray());
    }
}
