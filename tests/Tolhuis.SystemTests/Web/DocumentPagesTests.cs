// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Documents in the dossier: added, listed, saved and shown, by a browser without script.</summary>
public sealed partial class DocumentPagesTests : IAsyncLifetime
{
    private static readonly byte[] Text = "Gewogen: 12,4 kg."u8.ToArray();

    private House _house = null!;
    private long _declaration;

    private IDocuments Documents => _house.Get<IDocuments>();

    private string Page => $"/declarations/{_declaration}/documents";

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        await _house.TakeMessages(seed: 5, count: 3);
        _declaration = _house.Get<IDeclarations>().List(new DeclarationFilter(Limit: 1))[0].Id;
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_officer_adds_evidence_sees_it_in_the_list_and_saves_it_as_a_file()
    {
        var officer = await _house.As(Role.Officer);

        var answer = await Upload(officer, Text, "weging <1>.html");
        var kept = await Read(officer, answer.Headers.Location!.ToString());
        var row = Assert.Single(Documents.Of(_declaration));
        using var file = await Get(officer, $"{Page}/{row.Id}");

        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?kept={row.Id}"),
            (answer.StatusCode, answer.Headers.Location.PathAndQuery));
        Assert.Equal(
            (DocumentKind.Evidence, "weging -1-.html.txt", ActorKind.Person), (row.Kind, row.Name, row.ByKind));
        Assert.Contains("weging -1-.html.txt is bewaard.", kept, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}/{row.Id}\"", kept, StringComparison.Ordinal);
        Assert.Contains(row.Sha256, kept, StringComparison.Ordinal);
        Assert.Contains("Bewijs, alleen in huis", kept, StringComparison.Ordinal);
        Assert.Equal(Text, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain; charset=utf-8", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        AssertClosed(file);
        Assert.Equal(
            ["declarations:read-document", "declarations:keep-document"],
            _house.Get<IAuditTrail>().List().Where(entry => entry.ObjectKind == "document").Select(e => e.Action));
    }

    [Fact]
    public async Task A_picture_is_shown_within_a_page_and_nothing_else_is()
    {
        var officer = await _house.As(Role.Officer);
        byte[] photo =
        [
            0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0xD9,
        ];
        await Upload(officer, photo, "foto.jpg");
        await Upload(officer, Text, "tekst.txt");
        var (picture, text) = (Documents.Of(_declaration)[0], Documents.Of(_declaration)[1]);

        using var shown = await Get(officer, $"{Page}/{picture.Id}?show=1");
        using var saved = await Get(officer, $"{Page}/{picture.Id}");
        using var page = await Get(officer, $"{Page}/{text.Id}?show=1");
        var html = await Read(officer, Page);

        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        AssertClosed(shown);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains(
            $"src=\"{Page}/{picture.Id}?show=1\" alt=\"Afbeelding foto.jpg\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{text.Id}?show=1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_taken_is_said_at_the_top_with_a_link_to_the_field()
    {
        var officer = await _house.As(Role.Officer);

        var refused = await Upload(officer, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "a.png");
        var none = await Upload(officer, null, "");
        var html = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (refused.StatusCode, none.StatusCode));
        Assert.Matches("error-summary(.|\n)*href=\"#add-document-bestand\"", html);
        Assert.Contains("xml-bestand bevat iets dat kan worden uitgevoerd", html, StringComparison.Ordinal);
        Assert.Contains(
            "Kies een bestand.", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Empty(Documents.Of(_declaration));
    }

    [Fact]
    public async Task A_file_of_ten_megabytes_passes_a_longer_one_is_told_the_limit_and_one_beyond_bounds_is_no_fault()
    {
        var officer = await _house.As(Role.Officer);

        var longest = await Upload(officer, Pdf(10 << 20), "a.pdf");
        var longer = await Upload(officer, Pdf(11 << 20), "b.pdf");
        var html = await longer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (longest.StatusCode, longer.StatusCode));
        Assert.Contains("groter dan 10485760 bytes", html, StringComparison.Ordinal);
        Assert.Single(Documents.Of(_declaration));
        try
        {
            var beyond = await Upload(officer, Pdf(20 << 20), "c.pdf");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, beyond.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server may close the connection before all is sent.
        }
    }

    [Fact]
    public async Task Who_does_not_control_goods_adds_nothing_and_who_may_not_see_messages_sees_nothing()
    {
        var officer = await _house.As(Role.Officer);
        await Upload(officer, Text, "a.txt");
        var row = Documents.Of(_declaration)[0];

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Officer))
        {
            var client = await _house.As(role);
            using var file = await Get(client, $"{Page}/{row.Id}");
            using var page = await Get(client, Page);
            var maySee = Permissions.Allows(role, Permission.DeclarationsMessage);
            Assert.Equal((role, maySee), (role, file.StatusCode == HttpStatusCode.OK));
            Assert.Equal((role, maySee), (role, page.StatusCode == HttpStatusCode.OK));
        }

        var auditor = await _house.As(Role.Auditor);
        Assert.DoesNotContain("type=\"file\"", await Read(auditor, Page), StringComparison.Ordinal);
        await Upload(auditor, "van een ander"u8.ToArray(), "b.txt");
        Assert.Single(Documents.Of(_declaration));
    }

    [Fact]
    public async Task A_number_fits_its_own_declaration_only_and_what_is_damaged_is_not_given()
    {
        var officer = await _house.As(Role.Officer);
        await Upload(officer, Text, "a.txt");
        var row = Documents.Of(_declaration)[0];

        using var elsewhere = await Get(officer, $"/declarations/{_declaration + 1}/documents/{row.Id}");
        await _house.Execute("DROP TRIGGER declarations_documents_keeps_values");
        await _house.Execute("UPDATE declarations_documents SET sha256 = zeroblob(32)");
        using var damaged = await Get(officer, $"{Page}/{row.Id}");

        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, damaged.StatusCode);
    }

    private static void AssertClosed(HttpResponseMessage answer)
    {
        Assert.StartsWith("sandbox; default-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", Assert.Single(answer.Headers.GetValues("Cache-Control")));
    }

    private async Task<HttpResponseMessage> Upload(HttpClient client, byte[]? content, string name)
    {
        // Whoever has no form takes the token of another page: that alone must not be enough.
        var html = await Read(client, Page);
        var token = FormToken().Match(html).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("add-document"), "_handler" },
        };
        var file = new ByteArrayContent(content ?? []);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "document",
            FileNameStar = name,
            FileName = content is null ? "\"\"" : null,
        };
        form.Add(file);
        return await client.PostAsync(new Uri(Page, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string address) =>
        client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    private static async Task<string> Read(HttpClient client, string address) => WebUtility.HtmlDecode(
        await (await Get(client, address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static byte[] Pdf(int bytes)
    {
        var end = "\nstartxref\n9\n%%EOF\n"u8;
        var content = new byte[bytes];
        Array.Fill(content, (byte)'x');
        "%PDF-1.4\n%"u8.CopyTo(content);
        end.CopyTo(content.AsSpan(bytes - end.Length));
        return content;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
