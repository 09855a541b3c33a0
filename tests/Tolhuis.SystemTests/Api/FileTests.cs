// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

public sealed class FileTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    [Fact]
    public async Task A_file_is_received_at_once_and_its_receipts_follow()
    {
        var received = await Caller.Post(
            "/v1/declaration-files", Three(), ("Content-Disposition", "attachment; filename=\"../juli/een.zip\""));
        var again = await Caller.Post("/v1/declaration-files", Three(), ("Prefer", "wait=20"));
        var receipts = await Caller.Get(received.Header("Location") + "/receipts?limit=2", ("Accept-Language", "en"));
        var rest = await Caller.Get(receipts.Json!["next"]!.ToString());

        Assert.Equal(HttpStatusCode.Accepted, received.Status);
        Assert.Equal("een.zip", received.Text("name"));
        Assert.Equal("3", received.Text("messages"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(received.Text("id"), again.Text("id"));
        Assert.Equal("decided", again.Text("state"));
        Assert.Equal("2", again.Json!["counts"]!["accepted"]!.ToString());
        Assert.Equal("1", again.Json["counts"]!["rejected"]!.ToString());
        Assert.Equal(["accepted", "rejected"],
            receipts.Json["receipts"]!.AsArray().Select(one => one!["outcome"]!.ToString()));
        Assert.NotEmpty(receipts.Json["receipts"]![1]!["problems"]!.AsArray());
        Assert.Equal("2", rest.Json!["receipts"]![0]!["entry"]!.ToString());
        Assert.Null(rest.Json["next"]);
    }

    [Fact]
    public async Task Waiting_for_a_file_gives_it_decided()
    {
        var answer = await Caller.Post("/v1/declaration-files", Three(), ("Prefer", "wait=20"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("wait=20", answer.Header("Preference-Applied"));
        Assert.Equal("decided", answer.Text("state"));
        Assert.Equal("3", answer.Text("messagesDecided"));
    }

    [Fact]
    public async Task The_files_of_others_do_not_exist()
    {
        using var other = await Running.Caller("Windroos");
        var received = await Caller.Post("/v1/declaration-files", Three());

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(received.Header("Location")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(received.Header("Location") + "/receipts")).Status);
        Assert.Empty((await other.Get("/v1/declaration-files")).Json!["files"]!.AsArray());
        Assert.Single((await Caller.Get("/v1/declaration-files")).Json!["files"]!.AsArray());
    }

    [Fact]
    public async Task What_is_no_zip_or_too_large_is_not_received()
    {
        var text = new ByteArrayContent([.. "PK\u0003\u0004 geen zip"u8]);
        text.Headers.ContentType = new("application/zip");
        var broken = await Caller.Post("/v1/declaration-files", text);
        var large = new ByteArrayContent(new byte[(14 << 20) + 1]);
        large.Headers.ContentType = new("application/zip");
        var tooLarge = await Caller.Post("/v1/declaration-files", large);

        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
        Assert.NotEmpty(broken.ProblemCodes);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Empty((await Caller.Get("/v1/declaration-files")).Json!["files"]!.AsArray());
    }

    private static ByteArrayContent Three() => SampleMessages.Zip(
        SampleMessages.H7("FILE-000001"), SampleMessages.H7("FILE-000002", value: "veel"),
        SampleMessages.H7("FILE-000003"));
}
