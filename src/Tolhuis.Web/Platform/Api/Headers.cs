// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Platform.Api;

/// <summary>A header that an endpoint reads. Metadata for the description.</summary>
internal sealed record RequestHeader(string Name, string Description, string Example);

/// <summary>A header that an endpoint answers with. Metadata for the description.</summary>
internal sealed record AnswerHeader(string Name, string Description, string Example);

/// <summary>Headers that more than one endpoint reads.</summary>
internal static class RequestHeaders
{
    public static readonly RequestHeader IdempotencyKey = new(
        IdempotencyKeys.Header,
        "Mag altijd mee. Komt dezelfde sleutel binnen 24 uur met een andere inhoud, dan is het antwoord 409. Het "
        + "eerdere antwoord krijgt u ook zonder sleutel: LRN en inhoud bepalen dat.",
        "6f1c2a34-90ab-4d55-8d21-7f0f1f3a9c11");

    public static readonly RequestHeader Prefer = new(
        "Prefer", "RFC 7240: wait=N (seconden, hoogstens 60) of respond-async. Wat is toegepast staat in "
        + "Preference-Applied.", "wait=10");

    public static readonly RequestHeader Wait = new(
        "Prefer", "RFC 7240: wait=N, seconden, hoogstens 60. Wat is toegepast staat in Preference-Applied.", "wait=30");

    public static readonly RequestHeader IfNoneMatch = new(
        "If-None-Match", "ETag van uw vorige antwoord: 304 zolang er niets veranderd is.", "\"released-1-1042-0-nl\"");

    public static readonly RequestHeader FileName = new(
        "Content-Disposition", "Noemt het bestand.", "attachment; filename=\"aangiften-0701.zip\"");

    public static readonly RequestHeader DocumentName = new(
        "Content-Disposition", "Noemt het document; zonder paden. Het einde van de naam volgt uit de inhoud.",
        "attachment; filename=\"factuur 1042.pdf\"");
}

/// <summary>Headers that more than one endpoint answers with.</summary>
internal static class AnswerHeaders
{
    public static readonly AnswerHeader Location = new("Location", "Adres van wat is ontvangen.", "/v1/declarations/"
        + ApiExamples.Mrn);

    public static readonly AnswerHeader RequestLocation = new("Location", "Adres van het verzoek.",
        "/v1/declarations/" + ApiExamples.Mrn + "/requests/732");

    public static readonly AnswerHeader DocumentLocation = new("Location", "Adres van het document.",
        "/v1/declarations/" + ApiExamples.Mrn + "/documents/58");

    public static readonly AnswerHeader ETag = new("ETag", "Verandert zodra wat u ervan ziet verandert.",
        "\"released-1-1042-0-nl\"");
}
