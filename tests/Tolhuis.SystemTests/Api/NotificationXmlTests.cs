// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>
/// Notifications as WCO Response. Each kind is held against the example of its kind in the public reference material,
/// read in place: every element path of the example is in ours, but for the ones listed with their reason.
/// </summary>
public sealed class NotificationXmlTests(SharedTolhuis shared) : SharedApiTest(shared)
{
    /// <summary>Element paths below Response that ours does not have, and why.</summary>
    private static readonly Dictionary<string, string> Absent = new()
    {
        ["03 Declaration/ID"] = "a new declaration that is rejected gets no MRN; of a rejected request it is there",
        ["13 Bank"] = "the payment account is not this system's: deferred payment or IOSS",
        ["13 Status"] = "how the debt is paid is decided with the authorisations and in recovery",
        ["13 Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/DutyRegimeCode"] =
            "preference is of the declaration, not of the debt; it stands in the message as lodged",
        ["14 Bank"] = "as for 13",
        ["15 Bank"] = "as for 13",
        ["07 Declaration/GoodsShipment/Consignment"] =
            "the example corrects a place; ours gives the items that changed",
    };

    private static readonly XNamespace Wco = "urn:wco:datamodel:WCO:RES-DMS:2";

    [Theory]
    [InlineData(HistoryKind.Accepted, "01_DMSACC.xml")]
    [InlineData(HistoryKind.Received, "02_DMSRCV.xml")]
    [InlineData(HistoryKind.Rejected, "03_DMSREJ.xml")]
    [InlineData(HistoryKind.UnderControl, "05_DMSCTL.xml")]
    [InlineData(HistoryKind.DocumentsRequested, "06_DMSDOC.xml")]
    [InlineData(HistoryKind.Corrected, "07_DMSRES.xml")]
    [InlineData(HistoryKind.Released, "08_DMSROG.xml")]
    [InlineData(HistoryKind.Cleared, "09_DMSCLE.xml")]
    [InlineData(HistoryKind.Invalidated, "10_DMSINV.xml")]
    [InlineData(HistoryKind.RequestDecided, "11_DMSREQ.xml")]
    [InlineData(HistoryKind.DebtDetermined, "13_DMSTAX.xml")]
    [InlineData(HistoryKind.GuaranteeInsufficient, "14_DMSCPI.xml")]
    [InlineData(HistoryKind.PaymentReminder, "15_DMSCPR.xml")]
    public async Task Every_kind_has_the_elements_of_the_family(HistoryKind kind, string example)
    {
        var ours = await Notify(kind);
        var code = example[..2];
        Assert.Equal(code, ours.Root!.Element(Wco + "Response")!.Element(Wco + "FunctionCode")!.Value);

        var known = PathsOf(ours);
        var expected = PathsOf(XDocument.Load(Example(example)));
        var missing = expected.Where(path => !known.Contains(path) && !Absent.Keys.Any(absent =>
            (code + " " + path).StartsWith(absent, StringComparison.Ordinal)));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_debt_is_told_per_item_and_tax()
    {
        var debt = await Notify(HistoryKind.DebtDetermined);

        var taxes = debt.Descendants(Wco + "DutyTaxFee").ToList();
        Assert.Equal(["A00", "B00"], taxes.Select(tax => tax.Element(Wco + "TypeCode")!.Value));
        Assert.All(debt.Descendants(Wco + "PaymentAmount"), amount =>
        {
            Assert.Equal("EUR", amount.Attribute("currencyID")!.Value);
            Assert.Matches(@"^\d+\.\d\d$", amount.Value);
        });
        Assert.Equal("3.00", taxes[0].Descendants(Wco + "TaxAssessedAmount").Single().Value);
        Assert.Null(taxes[0].Element(Wco + "TaxRateNumeric"));
        var rate = decimal.Parse(taxes[1].Element(Wco + "TaxRateNumeric")!.Value, CultureInfo.InvariantCulture);
        var whole = decimal.Parse(
            taxes[1].Element(Wco + "AdValoremTaxBaseAmount")!.Value, CultureInfo.InvariantCulture);
        var vat = decimal.Parse(
            taxes[1].Descendants(Wco + "TaxAssessedAmount").Single().Value, CultureInfo.InvariantCulture);
        Assert.Equal(21m, rate);
        Assert.InRange(vat - (whole * rate / 100), -1m, 1m);
    }

    [Fact]
    public async Task A_release_tells_the_debt_and_nothing_before_it_does()
    {
        var path = await Caller.Release(Lrn(10), SampleMessages.WithVat);
        var told = (await Caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray();
        var accepted = await Caller.Xml(told[0]!["seq"]!.ToString());
        var released = await Caller.Xml(told[^1]!["seq"]!.ToString());

        Assert.Equal(["accepted", "released"], told.Select(one => one!["kind"]!.ToString()));
        Assert.Empty(accepted.Descendants(Wco + "DutyTaxFee"));
        Assert.Equal("A1", released.Descendants(Wco + "StatementCode").Single().Value);
        var item = released.Descendants(Wco + "GovernmentAgencyGoodsItem").Single();
        Assert.Equal("1", item.Element(Wco + "SequenceNumeric")!.Value);
        Assert.Equal(
            ["A00 3.00", "B00 6.49"],
            item.Descendants(Wco + "DutyTaxFee").Select(tax => tax.Element(Wco + "TypeCode")!.Value + " "
                + tax.Descendants(Wco + "PaymentAmount").Single().Value));
    }

    [Fact]
    public async Task What_is_held_tells_no_debt()
    {
        var held = await Caller.Lodge(SampleMessages.WithVat(SampleMessages.H7(Lrn(11), code: "930690")));
        foreach (var told in (await Caller.Get(held.Header("Location") + "/notifications"))
            .Json!["notifications"]!.AsArray())
            Assert.Empty((await Caller.Xml(told!["seq"]!.ToString())).Descendants(Wco + "DutyTaxFee"));
        Assert.Equal("underControl", held.Text("state"));
    }

    [Fact]
    public async Task A_debt_after_an_amendment_is_that_of_the_version_that_stands()
    {
        var message = SampleMessages.WithVat(SampleMessages.H7(Lrn(7), value: "24.90"));
        var mrn = (await Caller.Lodge(SampleMessages.PreLodged(message))).Text("mrn")!;
        Running.Time.Advance(TimeSpan.FromMinutes(1));
        await Caller.Lodge(SampleMessages.Amending(
            SampleMessages.WithVat(SampleMessages.H7(Lrn(8), value: "44.90")), mrn));
        Running.Time.Advance(TimeSpan.FromMinutes(1));
        await Caller.Lodge(SampleMessages.Presentation(Lrn(9), mrn));
        await Running.InsertHistory(Running.Find(mrn), HistoryKind.DebtDetermined);
        var told = (await Caller.Get("/v1/notifications?kind=dutyDetermined&mrn=" + mrn)).Json!["notifications"]!;
        using var answer = await Ask("/v1/notifications/" + told.AsArray()[^1]!["seq"], "application/xml");
        var debt = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var vat = debt.Descendants(Wco + "DutyTaxFee").Last();
        // 44.90 and 3.00 of freight and 3.00 of duty.
        Assert.Equal("50.90", vat.Element(Wco + "AdValoremTaxBaseAmount")!.Value);
        Assert.Equal("10.69", vat.Descendants(Wco + "TaxAssessedAmount").Single().Value);
        Assert.Equal("3", debt.Descendants(Wco + "VersionID").Single().Value);
        Assert.Equal(["1", "2", "2", "3", "3", "3"], await VersionsToldOf(mrn));
    }

    [Fact]
    public async Task A_correction_says_which_elements_of_which_items_changed()
    {
        var corrected = await Notify(HistoryKind.Corrected);

        var changes = corrected.Descendants(Wco + "Amendment").ToList();
        Assert.Equal(["137", "112"], changes.Select(change => change.Descendants(Wco + "TagID").Single().Value));
        Assert.All(changes, change => Assert.Equal("5", change.Element(Wco + "ChangeReasonCode")!.Value));
        Assert.Equal("2", corrected.Descendants(Wco + "VersionID").Single().Value);
        Assert.Equal("Katoenen trui", corrected.Descendants(Wco + "Commodity").Single()
            .Element(Wco + "Description")!.Value);
    }

    [Fact]
    public async Task A_question_says_what_is_asked_and_until_when()
    {
        var asked = await Notify(HistoryKind.DocumentsRequested);

        var statement = asked.Descendants(Wco + "AdditionalInformation").Single();
        Assert.Equal("De omschrijving is te vaag.", statement.Element(Wco + "StatementDescription")!.Value);
        // The last second of the last day on the Dutch clock.
        Assert.Equal("20260731215959Z", statement.Descendants(Wco + "DateTimeString").Single().Value);
    }

    [Fact]
    public async Task A_denial_is_told_by_its_number_and_with_its_reason()
    {
        var granted = await Notify(HistoryKind.RequestDecided);
        var mrn = (await Caller.Lodge(SampleMessages.H7(Lrn(5)))).Text("mrn")!;
        var asked = await Caller.Lodge(SampleMessages.Invalidation(Lrn(6), mrn));
        await Running.Services.GetRequiredService<IActs>().DecideRequest(
            asked.Json!["requestId"]!.GetValue<long>(), false, "Te laat & <onvolledig>.", Actor.System,
            new DecisionStatement("10-a"));
        var all = (await Caller.Get("/v1/notifications?kind=requestDecided&mrn=" + mrn)).Json!["notifications"]!;
        using var answer = await Ask("/v1/notifications/" + all[0]!["seq"], "application/xml");
        var denied = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("39", granted.Descendants(Wco + "NameCode").Single().Value);
        Assert.Equal("41", denied.Descendants(Wco + "NameCode").Single().Value);
        Assert.Equal("Te laat & <onvolledig>.", denied.Descendants(Wco + "StatementDescription").Single().Value);
        Assert.Equal(mrn, denied.Descendants(Wco + "Declaration").Single().Element(Wco + "ID")!.Value);
    }

    [Fact]
    public async Task An_intended_denial_is_told_with_its_grounds_and_last_day_and_without_a_status()
    {
        var mrn = (await Caller.Lodge(SampleMessages.H7(Lrn(7)))).Text("mrn")!;
        var asked = await Caller.Lodge(SampleMessages.Invalidation(Lrn(8), mrn));
        await Running.Services.GetRequiredService<IActs>().AnnounceDenial(
            asked.Json!["requestId"]!.GetValue<long>(), "De goederen zijn gebruikt.", Actor.System);
        var all = (await Caller.Get("/v1/notifications?kind=intendedDecision&mrn=" + mrn)).Json!["notifications"]!;
        using var answer = await Ask("/v1/notifications/" + all[0]!["seq"], "application/xml");
        var told = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var statement = told.Descendants(Wco + "AdditionalInformation").Single();
        Assert.Equal("De goederen zijn gebruikt.", statement.Element(Wco + "StatementDescription")!.Value);
        Assert.NotEmpty(statement.Descendants(Wco + "DateTimeString"));
        Assert.Empty(told.Descendants(Wco + "Status"));
    }

    [Fact]
    public async Task A_rejection_points_to_the_element_by_its_number()
    {
        var rejected = await Notify(HistoryKind.Rejected);

        var error = rejected.Descendants(Wco + "Error").First(
            one => one.Element(Wco + "Pointer") is not null && one.Descendants(Wco + "TagID").Any());
        var sections = error.Descendants(Wco + "DocumentSectionCode").Select(one => one.Value).ToList();
        Assert.Equal(["42A", "67A", "68A", "23A"], sections.Take(4));
        Assert.NotEmpty(error.Element(Wco + "Description")!.Value);
        Assert.Equal("1", error.Elements(Wco + "Pointer").ElementAt(2).Element(Wco + "SequenceNumeric")!.Value);
    }

    [Fact]
    public async Task The_form_is_the_one_that_was_asked_for()
    {
        await Notify(HistoryKind.Accepted);
        var seq = await SeqOf("accepted");
        var path = "/v1/notifications/" + seq;

        Assert.Equal("application/json", (await Caller.Get(path)).ContentType);
        Assert.Equal("application/json", (await Caller.Get(path, ("Accept", "*/*"))).ContentType);
        Assert.Equal("application/json",
            (await Caller.Get(path, ("Accept", "application/json, application/xml;q=0.9"))).ContentType);
        using var xml = await Ask(path, "application/xml");
        Assert.Equal("application/xml", xml.Content.Headers.ContentType!.MediaType);
        Assert.Contains(xml.Headers.GetValues("Vary"), value => value.Split(", ").Contains("Accept"));
        using var preferred = await Ask(path, "application/json;q=0.5, application/xml");
        Assert.Equal("application/xml", preferred.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Caller.Get(path, ("Accept", "image/png"))).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable,
            (await Caller.Get("/v1/notifications", ("Accept", "application/xml"))).Status);
    }

    [Fact]
    public async Task A_notification_of_another_or_without_number_is_not_there()
    {
        await Notify(HistoryKind.Accepted);
        using var other = await Running.Caller("Windroos");
        var path = "/v1/notifications/" + await SeqOf("accepted");

        Assert.Equal(HttpStatusCode.OK, (await Caller.Get(path)).Status);
        Assert.Equal("declarations.notification.not-found", (await other.Get(path)).Text("code"));
        Assert.Equal(
            "declarations.notification.not-found", (await Caller.Get("/v1/notifications/99999")).Text("code"));
        Assert.Equal("platform.path.invalid", (await Caller.Get("/v1/notifications/0")).Text("code"));
        Assert.Equal("platform.path.invalid", (await Caller.Get("/v1/notifications/een")).Text("code"));
    }

    // Lodges a message and lets the house write a row of the kind; gives it as XML.
    private async Task<XDocument> Notify(HistoryKind kind)
    {
        if (kind == HistoryKind.Rejected)
            await Caller.Lodge(SampleMessages.H7(Lrn(1), value: "veel"));
        var message = SampleMessages.WithVat(SampleMessages.H7(Lrn(2)));
        if (kind is HistoryKind.Received or HistoryKind.Corrected or HistoryKind.RequestDecided)
            message = SampleMessages.PreLodged(message);
        var lodged = await Caller.Lodge(message);
        Assert.Equal(HttpStatusCode.Created, lodged.Status);
        await Continue(kind, lodged.Text("mrn")!);

        var all = (await Caller.Get("/v1/notifications")).Json!["notifications"]!.AsArray();
        var code = ((int)kind).ToString("00", CultureInfo.InvariantCulture);
        var seq = all.Last(one => one!["code"]!.ToString() == code)!["seq"]!.ToString();
        using var answer = await Ask("/v1/notifications/" + seq, "application/xml");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // What the program itself brings about is brought about; the rest is written as another part of the house would.
    private async Task Continue(HistoryKind kind, string mrn)
    {
        switch (kind)
        {
            case HistoryKind.Accepted or HistoryKind.Rejected or HistoryKind.Received:
                break;
            case HistoryKind.Corrected or HistoryKind.RequestDecided:
                await Caller.Lodge(SampleMessages.Amending(SampleMessages.WithVat(
                    SampleMessages.H7(Lrn(3), value: "20.00", description: "Katoenen trui")), mrn));
                break;
            case HistoryKind.DocumentsRequested:
                var held = await Caller.Lodge(SampleMessages.H7(Lrn(4), code: "930690"));
                var asked = await Running.Services.GetRequiredService<IActs>().AskCorrection(
                    Running.Find(held.Text("mrn")!).Id, "De omschrijving is te vaag.", Actor.System);
                Assert.True(asked.IsDone);
                break;
            default:
                await Running.InsertHistory(Running.Find(mrn), kind, "26NL0000012345678");
                break;
        }
    }

    private async Task<List<string>> VersionsToldOf(string mrn)
    {
        var versions = new List<string>();
        foreach (var told in (await Caller.Get("/v1/notifications?mrn=" + mrn)).Json!["notifications"]!.AsArray())
        {
            using var answer = await Ask("/v1/notifications/" + told!["seq"], "application/xml");
            var document = XDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            versions.Add(document.Descendants(Wco + "VersionID").Single().Value);
        }

        return versions;
    }

    private async Task<string> SeqOf(string kind) =>
        (await Caller.Get("/v1/notifications?kind=" + kind)).Json!["notifications"]![0]!["seq"]!.ToString();

    private async Task<HttpResponseMessage> Ask(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Caller.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HashSet<string> PathsOf(XDocument document)
    {
        var response = document.Root!.Elements().Single(element => element.Name.LocalName == "Response");
        var envelope = document.Root.Elements().Where(element => element != response)
            .Select(element => "MetaData/" + element.Name.LocalName);
        return response.Descendants().Select(element => string.Join('/', element.AncestorsAndSelf()
                .TakeWhile(one => one != response).Reverse().Select(one => one.Name.LocalName)))
            .Concat(envelope).ToHashSet(StringComparer.Ordinal);
    }

    private static string Example(string name)
    {
        var root = Environment.GetEnvironmentVariable("TOLHUIS_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null;
            folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            root = Directory.Exists(Path.Combine(shared, "data")) ? shared : null;
        }

        var path = Path.Combine(root ?? "", "data", "messages", "uk_notifications", name);
        Assert.SkipUnless(root is not null && File.Exists(path), "skipped: ../shared not present");
        return path;
    }
}
