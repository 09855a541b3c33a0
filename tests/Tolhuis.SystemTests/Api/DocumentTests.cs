// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>Documents at one's own declaration, over HTTP.</summary>
public sealed class DocumentTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    private static readonly byte[] Invoice = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n"u8.ToArray();

    private IDocuments Documents => Running.Services.GetRequiredService<IDocuments>();

    [Fact]
    public async Task A_document_is_kept_listed_and_given_back_byte_for_byte_as_a_file()
    {
        var path = await Lodged("DOC-000001");

        var sent = await Send(path, Invoice, "attachment; filename*=UTF-8''facture%20%C3%A9t%C3%A9.pdf");
        var listed = (await Caller.Get(path + "/documents")).Json!["documents"]!.AsArray();
        using var given = await Caller.GetAsync(sent.Header("Location"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal($"{path}/documents/{sent.Text("id")}", sent.Header("Location"));
        Assert.Equal(
            ("facture été.pdf", "application/pdf", $"{Invoice.Length}"),
            (sent.Text("name"), sent.Text("mediaType"), sent.Text("bytes")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Invoice)), sent.Text("sha256"));
        Assert.Equal(sent.Json!.ToJsonString(), Assert.Single(listed)!.ToJsonString());
        Assert.Equal(Invoice, await given.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", given.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", given.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(given.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", Assert.Single(given.Headers.GetValues("Cache-Control")));
        var trail = Running.Services.GetRequiredService<IAuditTrail>().List()
            .Where(row => row.ObjectKind == "document" && row.ObjectId == sent.Text("id")).ToList();
        Assert.Equal(
            ["declarations:read-document", "declarations:keep-document"], trail.Select(row => row.Action));
        Assert.All(trail, row => Assert.Equal((int)ActorKind.Submitter, row.ActorKind));
    }

    [Fact]
    public async Task The_same_document_again_is_the_earlier_one_whatever_its_name()
    {
        var path = await Lodged("DOC-000002");

        var first = await Send(path, Invoice, "attachment; filename=a.pdf", ("Idempotency-Key", "k-1"));
        var again = await Send(path, Invoice, "attachment; filename=b.pdf", ("Idempotency-Key", "k-1"));
        var clash = await Send(path, "iets anders"u8.ToArray(), null, ("Idempotency-Key", "k-1"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(first.Content, again.Content);
        Assert.Equal(first.Header("Location"), again.Header("Location"));
        Assert.Equal((HttpStatusCode.Conflict, "platform.idempotency-key.reused"), (clash.Status, clash.Text("code")));
        Assert.Single(Documents.Of(IdOf(path)));
    }

    [Fact]
    public async Task What_it_is_follows_from_the_content_and_not_from_what_the_sender_says()
    {
        var path = await Lodged("DOC-000003");

        var text = await Send(path, "Betaald op 1 juli."u8.ToArray(), "attachment; filename=foto.png", "image/png");
        var page = await Send(
            path, "<html><script/></html>"u8.ToArray(), "attachment; filename=a.pdf", "application/pdf");
        var zip = await Send(path, [.. "PK\u0003\u0004"u8, 0, 0, 0], null, "application/pdf");
        var video = await Send(path, Invoice, null, "video/mp4");

        Assert.Equal(("foto.png.txt", "text/plain"), (text.Text("name"), text.Text("mediaType")));
        Assert.Equal((HttpStatusCode.BadRequest, "declarations.document.refused"), (page.Status, page.Text("code")));
        Assert.Equal(["declarations.document-content.active"], page.ProblemCodes);
        Assert.Equal(["declarations.document-content.not-taken"], zip.ProblemCodes);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, video.Status);
        Assert.Single(Documents.Of(IdOf(path)));
    }

    [Fact]
    public async Task A_document_of_ten_megabytes_is_taken_and_a_longer_one_is_told_the_limit()
    {
        var path = await Lodged("DOC-000004");

        var longest = await Send(path, Padded(10 << 20));
        var longer = await Send(path, Padded(11 << 20));
        var tooLong = await Send(path, new byte[(14 << 20) + 1]);
        var empty = await Send(path, []);

        Assert.Equal(HttpStatusCode.Created, longest.Status);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "declarations.document-content.too-large"),
            (longer.Status, Assert.Single(longer.ProblemCodes)));
        Assert.Contains("10485760", longer.Json!["problems"]![0]!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "platform.body.empty"), (empty.Status, empty.Text("code")));
    }

    [Fact]
    public async Task Evidence_of_an_officer_does_not_exist_for_a_trader()
    {
        var path = await Lodged("DOC-000005");
        var (evidence, _) = await Documents.Keep(
            IdOf(path), DocumentKind.Evidence, "scan.pdf", new MemoryStream(Invoice),
            new Actor(ActorKind.Person, 1, "M. de Wit"), TestContext.Current.CancellationToken);

        var listed = await Caller.Get(path + "/documents");
        var given = await Caller.Get($"{path}/documents/{evidence!.Id}");
        var absent = await Caller.Get($"{path}/documents/{evidence.Id + 1_000}");
        var own = await Send(path, Invoice);

        Assert.Empty(listed.Json!["documents"]!.AsArray());
        Assert.Equal((HttpStatusCode.NotFound, "declarations.document.not-found"), (given.Status, given.Text("code")));
        Assert.Equal(absent.Text("code"), given.Text("code"));
        Assert.Equal(HttpStatusCode.Created, own.Status);
    }

    [Fact]
    public async Task Another_who_acts_for_the_declarant_adds_his_own_and_sees_no_others()
    {
        using var other = await Running.Caller("Windroos");
        var path = await Lodged("DOC-000006");
        var second = await Lodged("DOC-000007");
        var id = (await Send(path, Invoice)).Text("id");

        var before = await other.Get(path + "/documents");
        var theirs = await other.Get($"{path}/documents/{id}");
        var sent = await other.Post(path + "/documents", Content("Betaald."u8.ToArray(), "text/plain"));
        var after = await other.Get(path + "/documents");
        using var given = await other.GetAsync(sent.Header("Location"), TestContext.Current.CancellationToken);
        var elsewhere = await Caller.Get($"{second}/documents/{id}");

        Assert.Empty(before.Json!["documents"]!.AsArray());
        Assert.Equal("declarations.document.not-found", theirs.Text("code"));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (sent.Status, given.StatusCode));
        Assert.Equal(sent.Text("id"), $"{Assert.Single(after.Json!["documents"]!.AsArray())!["id"]}");
        Assert.Equal(2, (await Caller.Get(path + "/documents")).Json!["documents"]!.AsArray().Count);
        Assert.Equal("declarations.document.not-found", elsewhere.Text("code"));
    }

    [Fact]
    public async Task The_declarant_himself_reads_what_was_sent_for_him()
    {
        var path = await Lodged("DOC-000008");
        var id = (await Send(path, Invoice)).Text("id");
        using var declarant = await Running.Caller("Windroos", eori: RunningTolhuis.Declarant);

        var listed = await declarant.Get(path + "/documents");
        using var given = await declarant.GetAsync(
            new Uri($"{path}/documents/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(id, $"{Assert.Single(listed.Json!["documents"]!.AsArray())!["id"]}");
        Assert.Equal(Invoice, await given.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> Lodged(string lrn) =>
        "/v1/declarations/" + (await Caller.Lodge(SampleMessages.H7(lrn))).Text("mrn");

    private long IdOf(string path)
    {
        Assert.True(Mrn.TryParse(path.AsSpan(path.LastIndexOf('/') + 1), out var mrn, out _));
        return Running.Services.GetRequiredService<IDeclarations>().Find(mrn)!.Id;
    }

    private Task<ApiAnswer> Send(
        string path, byte[] content, string? disposition = null, string contentType = "application/octet-stream") =>
        Send(path, content, disposition, contentType, []);

    private Task<ApiAnswer> Send(
        string path, byte[] content, string? disposition, params (string Name, string Value)[] headers) =>
        Send(path, content, disposition, "application/octet-stream", headers);

    private Task<ApiAnswer> Send(
        string path, byte[] content, string? disposition, string contentType, (string Name, string Value)[] headers)
    {
        var body = Content(content, contentType);
        if (disposition is not null)
            body.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return Caller.Post(path + "/documents", body, headers);
    }

    private static ByteArrayContent Content(byte[] content, string contentType) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };

    private static byte[] Padded(int bytes)
    {
        var end = "\nstartxref\n9\n%%EOF\n"u8;
        var content = new byte[bytes];
        Array.Fill(content, (byte)'x');
        "%PDF-1.4\n%"u8.CopyTo(content);
        end.CopyTo(content.AsSpan(bytes - end.Length));
        return content;
    }
}
