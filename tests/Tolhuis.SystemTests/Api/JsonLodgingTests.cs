// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>Messages in JSON come in by every way that XML does.</summary>
public sealed class JsonLodgingTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    private const string Schema = "/v1/schemas/declaration.json";
    [Fact]
    public async Task A_json_message_is_answered_like_an_xml_one()
    {
        var json = await Lodge(SampleMessages.H7Json("JSN-000001"));
        var xml = await Caller.Lodge(SampleMessages.H7("JSN-000002"));
        var readJson = await Caller.Get(json.Header("Location")!);
        var readXml = await Caller.Get(xml.Header("Location")!);

        Assert.True(json.Status == HttpStatusCode.Created, json.Content);
        Assert.Equal(xml.Text("state"), json.Text("state"));
        foreach (var amount in new[] { "value", "duty", "vat" })
            Assert.Equal(readXml.Json![amount]?.ToJsonString(), readJson.Json![amount]?.ToJsonString());
    }

    [Fact]
    public async Task The_same_bytes_again_get_the_earlier_answer_and_the_other_shape_does_not()
    {
        var first = await Lodge(SampleMessages.H7Json("JSN-000003"));
        var again = await Lodge(SampleMessages.H7Json("JSN-000003"));
        var asXml = await Caller.Lodge(SampleMessages.H7("JSN-000003"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(first.Text("mrn"), again.Text("mrn"));
        Assert.Equal(HttpStatusCode.Conflict, asXml.Status);
    }

    [Fact]
    public async Task Problems_point_into_the_json_that_was_sent()
    {
        var wrong = SampleMessages.H7Json("JSN-000004", value: "veel");
        var answer = await Lodge(wrong);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var problem = Assert.Single(answer.Json!["problems"]!.AsArray());
        var pointer = problem!["pointer"]!.ToString();
        Assert.Equal("/goodsShipment/goodsItem/0/intrinsicValue/amount", pointer);
        var at = JsonNode.Parse(wrong)!;
        foreach (var step in pointer.Split('/').Skip(1))
            at = int.TryParse(step, out var index) ? at![index]! : at![step]!;
        Assert.Equal("veel", at.ToString());
    }

    [Fact]
    public async Task An_lrn_in_use_is_pointed_at_in_json()
    {
        await Lodge(SampleMessages.H7Json("JSN-000005"));
        var other = await Lodge(SampleMessages.H7Json("JSN-000005", value: "25.90"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("/lrn", other.Json!["problems"]!.AsArray().Select(one => one!["pointer"]!.ToString()));
    }

    [Fact]
    public async Task A_header_that_says_another_shape_than_was_sent_is_refused()
    {
        var asXml = await Caller.Post("/v1/declarations", SampleMessages.Xml(SampleMessages.H7Json("JSN-000006")));
        var asJson = await Caller.Post("/v1/declarations", SampleMessages.Json(SampleMessages.H7("JSN-000006")));
        var asText = await Caller.Post(
            "/v1/declarations", new StringContent(SampleMessages.H7Json("JSN-000006"), Encoding.UTF8, "text/plain"));

        Assert.All([asXml, asJson, asText], one => Assert.Equal(HttpStatusCode.UnsupportedMediaType, one.Status));
        Assert.Equal("platform.content-type.mismatch", asXml.Text("code"));
        Assert.Equal("platform.content-type.mismatch", asJson.Text("code"));
        Assert.Equal("platform.content-type.unsupported", asText.Text("code"));
        Assert.Equal(HttpStatusCode.Created, (await Lodge(SampleMessages.H7Json("JSN-000006"))).Status);
    }

    [Fact]
    public async Task A_batch_may_be_mixed()
    {
        using var batch = new MultipartFormDataContent
        {
            { SampleMessages.Json(SampleMessages.H7Json("JSN-000007")), "message", "a.json" },
            { SampleMessages.Xml(SampleMessages.H7("JSN-000008")), "message", "b.xml" },
            { SampleMessages.Xml(SampleMessages.H7Json("JSN-000009")), "message", "c.xml" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleMessages.H7Json("JSN-000010"))), "message", "d" },
        };
        var answer = await Caller.Post("/v1/declaration-batches", batch);

        Assert.Equal(
            ["201", "201", "415", "201"],
            answer.Json!["answers"]!.AsArray().Select(one => one!["status"]!.ToString()));
    }

    [Fact]
    public async Task A_zip_may_be_mixed()
    {
        var zip = SampleMessages.Zip(
            SampleMessages.H7Json("JSN-000011"), SampleMessages.H7("JSN-000012"), "{\"messageKind\":", "{}");
        var file = await Caller.Post("/v1/declaration-files", zip, ("Prefer", "wait=20"));
        var receipts = await Caller.Get(file.Header("Location") + "/receipts");

        Assert.Equal(
            ["accepted", "accepted", "unreadable", "rejected"],
            receipts.Json!["receipts"]!.AsArray().Select(one => one!["outcome"]!.ToString()));
        Assert.Equal("0000.json", receipts.Json["receipts"]![0]!["entryName"]!.ToString());
    }

    [Fact]
    public async Task The_schema_is_open_to_everyone_and_may_be_kept_for_an_hour()
    {
        using var stranger = Running.Stranger();
        var schema = await stranger.Get(Schema);
        var same = await stranger.Get(Schema, ("If-None-Match", schema.Header("ETag")!));
        var asked = await stranger.Get(Schema, ("Accept", "application/schema+json"));
        var root = await stranger.Get("/v1");

        Assert.Equal(HttpStatusCode.OK, schema.Status);
        Assert.Equal("application/schema+json", schema.ContentType);
        Assert.Equal("*", schema.Header("Access-Control-Allow-Origin"));
        Assert.Equal("public, max-age=3600", schema.Header("Cache-Control"));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.Json!["$schema"]!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.Status);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal(Schema, root.Json!["links"]!["messageSchema"]!.ToString());
    }

    private Task<ApiAnswer> Lodge(string message) => Caller.Post("/v1/declarations", SampleMessages.Json(message));
}
