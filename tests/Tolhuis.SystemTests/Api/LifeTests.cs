// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;
using static Tolhuis.SystemTests.Api.LifeCalls;

namespace Tolhuis.SystemTests.Api;

/// <summary>The whole life of a declaration over HTTP, on the real decider.</summary>
public sealed class LifeTests : IAsyncLifetime
{
    private RunningTolhuis _tolhuis = null!;
    private HttpClient _caller = null!;

    private IActs Acts => _tolhuis.Services.GetRequiredService<IActs>();

    public async ValueTask InitializeAsync()
    {
        _tolhuis = await RunningTolhuis.Start();
        _caller = await _tolhuis.Caller();
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _tolhuis.DisposeAsync();
    }

    [Fact]
    public async Task What_is_lodged_before_the_goods_come_is_registered_and_says_nothing_of_amounts()
    {
        var path = await _caller.PreLodge("PRE-000001");
        var read = await _caller.Get(path);
        var line = (await _caller.Get(path + "/lines")).Json!["lines"]![0]!;

        Assert.Equal("registered", read.Text("state"));
        Assert.Equal("D", read.Text("additionalType"));
        Assert.Equal("2026-07-31", read.Text("lapsesOn"));
        Assert.Equal("1", read.Text("version"));
        foreach (var name in new[] { "acceptedOn", "valueAmount", "dutyAmount", "vatAmount", "supplementDueOn" })
            Assert.Null(read.Json![name]);
        Assert.Null(line["valueAmount"]);
        Assert.Null(line["dutyAmount"]);
        Assert.Equal(["registered"], await KindsOf(path));
    }

    [Fact]
    public async Task Presented_goods_are_accepted_by_the_law_of_that_day()
    {
        var path = await _caller.PreLodge("PRE-000002");
        _tolhuis.Skip(TimeSpan.FromDays(2));
        var message = SampleMessages.Presentation("PRE-000003", MrnOf(path));
        var answer = await Send(path, "presentations", message);
        var again = await Send(path, "presentations", message);
        var late = await Send(path, "presentations", SampleMessages.Presentation("PRE-000004", MrnOf(path)));
        var read = await _caller.Get(path);
        var request = await _caller.Get(answer.Header("Location")!);

        Assert.True(answer.Status == HttpStatusCode.Created, answer.Content);
        Assert.Equal("presentation", answer.Text("kind"));
        Assert.Equal("granted", answer.Text("requestState"));
        Assert.Equal(path + "/requests/" + answer.Text("requestId"), answer.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(answer.Text("requestId"), again.Text("requestId"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("intake.request.not-possible", late.Text("code"));
        Assert.Contains("intake.presentation.not-awaited", late.ProblemCodes);
        Assert.Equal("2026-07-03", read.Text("acceptedOn"));
        Assert.Equal(answer.Text("state"), read.Text("state"));
        Assert.NotNull(read.Json!["valueAmount"]);
        Assert.Null(read.Json["lapsesOn"]);
        Assert.Equal("PRE-000003", request.Text("lrn"));
        Assert.Equal(["registered", "accepted", read.Text("state")!, "rejected"], await KindsOf(path));
    }

    [Fact]
    public async Task An_amendment_makes_a_version_and_the_earlier_one_stays()
    {
        var path = await _caller.PreLodge("AMD-000001");
        var before = await _caller.Get(path);
        var answer = await Send(path, "amendments", SampleMessages.Amending(
            SampleMessages.H7("AMD-000002", description: "Cotton T-shirt, size L"), MrnOf(path)));
        var after = await _caller.Get(path, ("If-None-Match", before.Header("ETag")!));
        var versions = (await _caller.Get(path + "/versions")).Json!["versions"]!.AsArray();

        Assert.True(answer.Status == HttpStatusCode.Created, answer.Content);
        Assert.Equal("amendment", answer.Text("kind"));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal("2", after.Text("version"));
        Assert.Equal(["1", "2"], versions.Select(one => one!["version"]!.ToString()));
        Assert.Equal(["newDeclaration", "amendment"], versions.Select(one => one!["kind"]!.ToString()));
        Assert.Equal(answer.Text("requestId"), versions[1]!["requestId"]!.ToString());
        Assert.Equal("Cotton T-shirt, size M", await DescriptionIn(path + "/versions/1/lines"));
        Assert.Equal("Cotton T-shirt, size L", await DescriptionIn(path + "/versions/2/lines"));
        Assert.Equal("Cotton T-shirt, size L", await DescriptionIn(path + "/lines"));
        Assert.Equal("declarations.version.not-found", (await _caller.Get(path + "/versions/3/lines")).Text("code"));
        Assert.Equal("platform.path.invalid", (await _caller.Get(path + "/versions/x/lines")).Text("code"));
        Assert.Equal(["registered", "requestDecided", "corrected"], await KindsOf(path));
    }

    [Fact]
    public async Task What_is_not_presented_in_time_lapses_and_its_submitter_is_told()
    {
        var path = await _caller.PreLodge("LAP-000001");
        _tolhuis.Skip(TimeSpan.FromDays(31));
        await Acts.PassTerms();
        var read = await _caller.Get(path);
        var told = (await _caller.Get("/v1/notifications?kind=lapsed")).Json!["notifications"]![0]!;
        var late = await Send(path, "presentations", SampleMessages.Presentation("LAP-000002", MrnOf(path)));

        Assert.Equal("lapsed", read.Text("state"));
        Assert.Equal("41", told["code"]!.ToString());
        Assert.Equal("2026-07-31", told["dueOn"]!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("intake.presentation.lapsed", late.ProblemCodes);
        Assert.Single((await _caller.Get("/v1/declarations?state=lapsed")).Json!["declarations"]!.AsArray());
    }

    [Fact]
    public async Task A_request_waits_for_a_person_and_its_decision_names_no_one()
    {
        var path = await _caller.Release("INV-000001");
        var asked = await Send(path, "invalidation-requests", SampleMessages.Invalidation("INV-000002", MrnOf(path)));
        var place = asked.Header("Location")!;
        var waiting = await _caller.Get(place);
        var second = await Send(path, "invalidation-requests", SampleMessages.Invalidation("INV-000003", MrnOf(path)));
        await _tolhuis.Decide(asked, isGranted: false, "De goederen staan nog in het vrije verkeer.");
        var decided = await _caller.Get(place, ("If-None-Match", waiting.Header("ETag")!));
        var told = (await _caller.Get("/v1/notifications?kind=requestDecided")).Json!["notifications"]![0]!;
        var all = await _caller.Get(path + "/requests");

        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Content);
        Assert.Equal("pending", asked.Text("requestState"));
        Assert.Equal("pending", waiting.Text("state"));
        Assert.Equal(HttpStatusCode.NotModified, (await _caller.Get(
            place, ("If-None-Match", decided.Header("ETag")!))).Status);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("intake.request.undecided", second.ProblemCodes);
        Assert.Equal("denied", decided.Text("state"));
        Assert.Equal("De goederen staan nog in het vrije verkeer.", decided.Text("decisionReason"));
        Assert.Equal("denied", told["requestState"]!.ToString());
        Assert.Equal(asked.Text("requestId"), told["requestId"]!.ToString());
        Assert.Equal("INV-000002", told["requestLrn"]!.ToString());
        Assert.Equal("De goederen staan nog in het vrije verkeer.", told["explanation"]!.ToString());
        Assert.Equal(["denied", "rejected"], all.Json!["requests"]!.AsArray().Select(one => one!["state"]!.ToString()));
        foreach (var text in new[] { decided.Content, all.Content, told.ToJsonString() })
            Assert.DoesNotContain("Wassenaar", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_granted_invalidation_ends_the_declaration()
    {
        var path = await _caller.Release("INV-000004");
        var asked = await Send(path, "invalidation-requests", SampleMessages.Invalidation("INV-000005", MrnOf(path)));
        await _tolhuis.Decide(asked, isGranted: true, "Akkoord.");

        Assert.Equal("invalidated", (await _caller.Get(path)).Text("state"));
        Assert.Equal("granted", (await _caller.Get(asked.Header("Location")!)).Text("state"));
        Assert.Contains("invalidated", await KindsOf(path));
    }

    [Fact]
    public async Task A_claim_is_taken_in_and_read_back_as_it_was_made()
    {
        var path = await _caller.Release("REP-000001");
        var asked = await Send(path, "repayment-requests",
            SampleMessages.Repayment("REP-000002", MrnOf(path), "3.00"));
        var tooMuch = await Send(path, "repayment-requests",
            SampleMessages.Repayment("REP-000003", MrnOf(path), "3000.00"));
        var claim = (await _caller.Get(asked.Header("Location")!)).Json!["claim"]!;

        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Content);
        Assert.Equal("repaymentOrRemission", asked.Text("kind"));
        Assert.Equal("repayment", claim["kind"]!.ToString());
        Assert.Equal("A", claim["legalBasis"]!.ToString());
        Assert.Equal("3.00", claim["amount"]!["amount"]!.ToString());
        Assert.Equal("A00", claim["taxes"]![0]!["taxType"]!.ToString());
        Assert.True(tooMuch.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, tooMuch.Content);
    }

    [Fact]
    public async Task A_correction_is_asked_given_and_only_then()
    {
        var lodged = await _caller.Lodge(SampleMessages.H7("COR-000001", code: "930690"));
        var path = lodged.Header("Location")!;
        var message = SampleMessages.Amending(
            SampleMessages.H7("COR-000002", code: "930690", description: "Patroon, onklaar"), lodged.Text("mrn")!);
        var unasked = await Send(path, "corrections", message);
        var row = _tolhuis.Find(lodged.Text("mrn")!);
        Assert.True((await Acts.AskCorrection(row.Id, "De omschrijving is te vaag.", Officer)).IsDone);
        var asked = (await _caller.Get(path + "/corrections-asked")).Json!["correctionsAsked"]![0]!;
        var told = (await _caller.Get("/v1/notifications?kind=documentsWanted")).Json!["notifications"]![0]!;
        var given = await Send(path, "corrections", message);
        var answered = await _caller.Get(path + "/corrections-asked");

        Assert.Equal("underControl", lodged.Text("state"));
        Assert.Equal(HttpStatusCode.Conflict, unasked.Status);
        Assert.Equal("intake.correction.not-asked", unasked.Text("code"));
        Assert.Equal("De omschrijving is te vaag.", asked["reason"]!.ToString());
        Assert.Equal(asked["dueOn"]!.ToString(), told["dueOn"]!.ToString());
        Assert.Equal("De omschrijving is te vaag.", told["explanation"]!.ToString());
        Assert.True(given.Status == HttpStatusCode.Created, given.Content);
        Assert.Equal("correction", given.Text("kind"));
        Assert.Equal(given.Text("requestId"), answered.Json!["correctionsAsked"]![0]!["answeredBy"]!.ToString());
        Assert.DoesNotContain("Wassenaar", answered.Content + told.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_for_another_declaration_or_of_another_kind_is_not_lodged()
    {
        var path = await _caller.PreLodge("ADR-000001");
        var other = await _caller.PreLodge("ADR-000002");
        var elsewhere = await Send(path, "presentations", SampleMessages.Presentation("ADR-000003", MrnOf(other)));
        var kind = await Send(path, "amendments", SampleMessages.Presentation("ADR-000004", MrnOf(path)));
        var unreadable = await Send(path, "presentations", "<x>");

        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Equal("intake.message.other-declaration", elsewhere.Text("code"));
        Assert.Contains(MrnOf(other), elsewhere.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("intake.message.other-kind", kind.Text("code"));
        Assert.Equal("intake.message.unreadable", unreadable.Text("code"));
        foreach (var one in new[] { path, other })
        {
            Assert.Equal("registered", (await _caller.Get(one)).Text("state"));
            Assert.Empty((await _caller.Get(one + "/requests")).Json!["requests"]!.AsArray());
        }
    }

    [Fact]
    public async Task What_is_not_simplified_cannot_be_supplemented()
    {
        var path = await _caller.Release("SUP-000001");
        var answer = await Send(path, "supplements", SampleMessages.Supplement("SUP-000002", MrnOf(path)));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("intake.supplement.not-simplified", answer.ProblemCodes);
    }

    [Fact]
    public async Task Every_kind_goes_to_the_declarations_too_and_in_a_batch()
    {
        var path = await _caller.PreLodge("BAT-000001");
        using var batch = new MultipartFormDataContent
        {
            { SampleMessages.Xml(SampleMessages.Presentation("BAT-000002", MrnOf(path))), "message", "a.xml" },
            { SampleMessages.Xml(SampleMessages.Presentation("BAT-000003", MrnOf(path))), "message", "b.xml" },
        };
        var answers = (await _caller.Post("/v1/declaration-batches", batch)).Json!["answers"]!.AsArray();
        var single = await _caller.Lodge(SampleMessages.Repayment("BAT-000004", MrnOf(path), "1.00"));

        Assert.Equal(["201", "409"], answers.Select(one => one!["status"]!.ToString()));
        Assert.Equal("presentation", answers[0]!["lodging"]!["kind"]!.ToString());
        Assert.True(single.Status == HttpStatusCode.Accepted, single.Content);
        Assert.StartsWith(path + "/requests/", single.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_of_messages_about_earlier_declarations_has_a_receipt_for_each()
    {
        var path = await _caller.PreLodge("ZIP-000001");
        var zip = SampleMessages.Zip(
            SampleMessages.Presentation("ZIP-000002", MrnOf(path)),
            SampleMessages.Presentation("ZIP-000003", MrnOf(path)),
            SampleMessages.H7("ZIP-000004"));
        var file = await _caller.Post("/v1/declaration-files", zip, ("Prefer", "wait=20"));
        var receipts = (await _caller.Get(file.Header("Location") + "/receipts")).Json!["receipts"]!.AsArray();

        Assert.Equal(["accepted", "rejected", "accepted"], receipts.Select(one => one!["outcome"]!.ToString()));
        Assert.Equal(
            ["presentation", "presentation", "newDeclaration"], receipts.Select(one => one!["kind"]!.ToString()));
        Assert.Equal("granted", receipts[0]!["requestState"]!.ToString());
        Assert.Equal(MrnOf(path), receipts[0]!["mrn"]!.ToString());
        Assert.Contains(receipts[1]!["problems"]!.AsArray(),
            problem => problem!["code"]!.ToString() == "intake.presentation.not-awaited");
        Assert.Null(receipts[2]!["requestId"]);
        Assert.Equal("presentation",
            (await _caller.Get(path + "/requests/" + receipts[0]!["requestId"])).Text("kind"));
    }

    [Fact]
    public async Task Another_submitter_for_the_same_declarant_reads_his_own_request_and_no_more()
    {
        var path = await _caller.Release("OTH-000001");
        using var other = await _tolhuis.Caller("Windroos");
        using var stranger = await _tolhuis.Caller("Noorderzon", mandate: "NL007654321");
        var message = SampleMessages.Invalidation("OTH-000002", MrnOf(path));
        var asked = await other.Lodge(message);
        var nested = await other.Post(path + "/invalidation-requests", SampleMessages.Xml(message));
        var unknown = await stranger.Lodge(message);
        await _tolhuis.Decide(asked, isGranted: false, "Niet door u.");

        Assert.True(asked.Status == HttpStatusCode.Accepted, asked.Content);
        Assert.Equal(HttpStatusCode.NotFound, nested.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path + "/requests")).Status);
        var own = await other.Get(asked.Header("Location")!);
        Assert.Equal("OTH-000002", own.Text("lrn"));
        Assert.Equal("Niet door u.", own.Text("decisionReason"));
        var told = (await other.Get("/v1/notifications?kind=requestDecided")).Json!["notifications"]![0]!;
        Assert.Equal("OTH-000002", told["lrn"]!.ToString());

        var seen = await _caller.Get(asked.Header("Location")!);
        Assert.Equal("denied", seen.Text("state"));
        Assert.Null(seen.Json!["lrn"]);
        Assert.Null(seen.Json["reasonText"]);
        Assert.Null(seen.Json["decisionReason"]);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(asked.Header("Location")!)).Status);
        Assert.Equal("declarations.request.not-found", (await _caller.Get(path + "/requests/999")).Text("code"));
    }

    [Fact]
    public async Task An_intended_denial_is_told_to_who_asked_with_its_last_day_and_never_by_whom()
    {
        var path = await _caller.Release("HEAR-000001");
        var asked = await _caller.Lodge(SampleMessages.Invalidation("HEAR-000002", MrnOf(path)));
        var own = asked.Header("Location")!;
        var before = await _caller.Get(own);
        var id = asked.Json!["requestId"]!.GetValue<long>();

        Assert.True((await Acts.AnnounceDenial(id, "De goederen zijn gebruikt.", Officer)).IsDone);

        var after = await _caller.Get(own, ("If-None-Match", before.Header("ETag")!));
        Assert.Equal((HttpStatusCode.OK, "pending"), (after.Status, after.Text("state")));
        Assert.Null(before.Json!["intendedDecision"]);
        Assert.Null(before.Json["hearUntil"]);
        Assert.Equal("De goederen zijn gebruikt.", after.Text("intendedDecision"));
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", after.Text("hearUntil"));
        var told = (await _caller.Get("/v1/notifications?kind=intendedDecision")).Json!["notifications"]![0]!;
        Assert.Equal(id, told["requestId"]!.GetValue<long>());
        Assert.Equal("pending", told["requestState"]!.ToString());
        Assert.Equal("De goederen zijn gebruikt.", told["explanation"]!.ToString());
        Assert.Equal(after.Text("hearUntil"), told["dueOn"]!.ToString());
        Assert.DoesNotContain(Officer.Name, after.Content + told, StringComparison.Ordinal);
    }

    private Task<ApiAnswer> Send(string path, string noun, string message) =>
        _caller.Post(path + "/" + noun, SampleMessages.Xml(message));

    private async Task<List<string>> KindsOf(string path) =>
        (await _caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray()
        .Select(one => one!["kind"]!.ToString()).ToList();

    private async Task<string> DescriptionIn(string path) =>
        (await _caller.Get(path)).Json!["lines"]![0]!["description"]!.ToString();
}
