// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Intake.Api;
using Tolhuis.Web.Tariff.Api;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Invented examples for the description. None of these numbers belongs to anyone.</summary>
internal static class ApiExamples
{
    public const string Lrn = "VOORBEELD-000731";
    public const long FileId = 17;
    public const long RequestId = 732;
    public const long DocumentId = 58;
    public const long Seq = 1_042;
    public const string ViewText = "De sjaal is van acryl; de factuur van de fabriek laat dat zien.";
    private const string NextPage = "/v1/declarations?cursor=41";
    private const string Hash = "8a2f0c5b7d4e4b9e9d9b8a4b6c1f3e2d5a7b9c0d1e2f3a4b5c6d7e8f90a1b2c3";

    /// <summary>The number that declaration 731 of 1 July 2026 would get.</summary>
    public static readonly string Mrn = Kernel.Mrn.ForSequence(new DateOnly(2026, 7, 1), 731).ToString();

    public const string ResponseMessage =
        "<md:MetaData xmlns:md=\"urn:wco:datamodel:WCO:DocumentMetaData-DMS:2\">...<Response "
        + "xmlns=\"urn:wco:datamodel:WCO:RES-DMS:2\"><FunctionCode>08</FunctionCode>...</Response></md:MetaData>";

    public const string Message =
        "<Declaration xmlns=\"urn:wco:datamodel:WCO:DEC-DMS:2\">...</Declaration>";

    /// <summary>A presentation notification: the shortest whole message there is.</summary>
    public static readonly string JsonMessage =
        $$"""{"messageKind":"presentation","lrn":"{{Lrn}}","mrn":"{{Mrn}}"}""";

    private static readonly DateTime At = new(2026, 7, 1, 8, 30, 0, DateTimeKind.Utc);

    private static readonly DeclarationBody Declaration = new(
        Mrn, Lrn, 1, "H7", At, "released", "A", new DateOnly(2026, 7, 1), 1, null, null, null, 1,
        new AmountBody("24.90", "EUR"), new AmountBody("3.00", "EUR"), new AmountBody("5.86", "EUR"), []);

    private static readonly NotificationBody Notification = new(
        Seq, "released", "08", "DMSROG", At, Mrn, Lrn, 1, null, null, null, null, null, []);

    private static readonly FileBody File = new(
        FileId, "aangiften-0701.zip", "decided", At, At.AddSeconds(2), Hash, 1_204_331, 3_000, 3_000,
        new FileCounts(2_991, 8, 1, 0, 0, 6_120, 6_105));

    private static readonly LodgingBody Lodging = new(
        "accepted", "newDeclaration", Mrn, Lrn, "released", At, 1, null, null, []);

    private static readonly DocumentBody Document = new(
        DocumentId, "factuur 1042.pdf", "application/pdf", 48_213, Hash, At);

    private static readonly DeclarationRequest Request = new(
        RequestId, "invalidation", "VOORBEELD-000732", 1, At, "granted", "3", "Dubbel ingediend", null, null,
        At.AddHours(3), "Akkoord: dezelfde zending stond in een andere aangifte.", []);

    private static readonly VersionBody Version = new(
        1, "newDeclaration", null, At, new DateOnly(2026, 7, 1), 1, new AmountBody("24.90", "EUR"),
        new AmountBody("3.00", "EUR"), new AmountBody("5.86", "EUR"));

    private static readonly Dictionary<Type, object> All = new()
    {
        [typeof(DeclarationBody)] = Declaration,
        [typeof(DeclarationPage)] = new DeclarationPage([Declaration], NextPage),
        [typeof(LineList)] = new LineList(Mrn, "released",
        [
            new LineBody(
                1, "610910", "CN", "T-shirt van katoen", new AmountBody("24.90", "EUR"), new AmountBody("24.90", "EUR"),
                0.25m, 0.2m,
                ["C07"], new AmountBody("3.00", "EUR"), new AmountBody("5.86", "EUR")),
        ]),
        [typeof(NotificationPage)] = new NotificationPage([Notification], Seq, null),
        [typeof(NotificationBody)] = Notification,
        [typeof(DeclarationRequest)] = Request,
        [typeof(DocumentBody)] = Document,
        [typeof(DocumentListBody)] = new DocumentListBody([Document]),
        [typeof(ViewBody)] = new ViewBody(Mrn, ViewText, At, At.AddDays(1)),
        [typeof(RequestList)] = new RequestList([Request]),
        [typeof(VersionList)] = new VersionList([Version]),
        [typeof(CorrectionAskedList)] = new CorrectionAskedList(
        [
            new CorrectionAskedBody(733, At, "Het gewicht van artikel 1 klopt niet.", new DateOnly(2026, 7, 15), null),
        ]),
        [typeof(NotificationList)] = new NotificationList([Notification]),
        [typeof(LodgingBody)] = Lodging,
        [typeof(BatchBody)] = new BatchBody([new BatchAnswer(0, "a.xml", 201, Lodging, null)]),
        [typeof(FileBody)] = File,
        [typeof(FilePage)] = new FilePage([File], null),
        [typeof(ReceiptPage)] = new ReceiptPage(
            [new ReceiptBody(0, "0001.xml", Lrn, "accepted", "newDeclaration", Mrn, "released", null, null, [])],
            "/v1/declaration-files/17/receipts?fromEntry=200"),
        [typeof(TariffBody)] = new TariffBody(
            "610910", new DateOnly(2026, 7, 1), 3,
            [new NomenclatureStep("6109", "T-shirts en onderhemden"), new NomenclatureStep("610910", "Van katoen")],
            "NAR",
            [
                new MeasureBody(
                    "third-country", "610910", null, null, [], ["100"], null, "12%", [], null, null,
                    "Verordening (EEG) 2658/87 bijlage I"),
            ],
            21m, "Wet op de omzetbelasting 1968 art. 9 lid 1",
            new FlatDutyBody(new AmountBody("3.00", "EUR"), "hs6", "Verordening (EU) 2026/382"), [], [],
            [
                new LawChangeBody(
                    new DateOnly(2028, 7, 1), "ends", "tariff.settings", "flat-duty · yes",
                    "Verordening (EU) 2026/382"),
            ]),
        [typeof(CodeListBody)] = new CodeListBody(
            "incoterm", new DateOnly(2026, 7, 1), 3, [new ListedCode("FOB", "Vrij aan boord", null, null)]),
        [typeof(RootBody)] = new RootBody(
            ApiEdge.Version, new Dictionary<string, string> { ["declarations"] = "/v1/declarations" }),
        [typeof(HealthBody)] = new HealthBody("ready"),
    };

    public static object? Of(Type type) => All.GetValueOrDefault(type);
}
