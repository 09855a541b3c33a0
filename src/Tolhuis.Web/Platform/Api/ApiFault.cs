// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// One way in which a request fails before or beside the law: stable code, HTTP status, title and sentence. What the
/// law says of a message has its codes in the modules and its sentences in their dated tables.
/// </summary>
internal sealed record ApiFault(string Code, int Status, Wording Title, Wording Detail);

/// <summary>All faults of the HTTP edge. Codes are stable for ever.</summary>
internal static class ApiFaults
{
    private static readonly Wording BadRequest = new("Het verzoek klopt niet", "The request is not right");
    private static readonly Wording NoAccess = new("Aanmelden nodig", "Authentication needed");
    private static readonly Wording NotThere = new("Niet gevonden", "Not found");
    private static readonly Wording Clash = new("Tegenstrijdig met een eerder verzoek",
        "In conflict with an earlier request");
    private static readonly Wording Refused = new("Bericht afgewezen", "Message rejected");
    private static readonly Wording Unavailable = new("Tijdelijk niet beschikbaar", "Unavailable for now");

    public static readonly ApiFault TokenMissing = new("access.token.missing", 401, NoAccess, new(
        "Dit verzoek heeft geen token. Stuur de kop Authorization: Bearer met uw token mee, nooit in het adres.",
        "This request has no token. Send the header Authorization: Bearer with your token, never in the address."));

    public static readonly ApiFault TokenInvalid = new("access.token.invalid", 401, NoAccess, new(
        "Dit token is onbekend, ingetrokken of verlopen. Vraag uw beheerder om een nieuw token.",
        "This token is unknown, revoked or out of its period. Ask your administrator for a new one."));

    public static readonly ApiFault ScopeMissing = new("access.token.scope-missing", 403,
        new("Niet toegestaan", "Not allowed"), new(
        "Dit token mag dit niet: het heeft de bevoegdheid {0} niet. Gebruik een ander token of vraag de bevoegdheid "
        + "aan.",
        "This token may not do this: it lacks the scope {0}. Use another token or ask for the scope."));

    public static readonly ApiFault PathNotFound = new("platform.path.not-found", 404, NotThere, new(
        "Op dit adres is niets. Let op: adressen eindigen nooit op een schuine streep. Zie /v1/openapi.json.",
        "There is nothing at this address. Mind that addresses never end with a slash. See /v1/openapi.json."));

    public static readonly ApiFault DeclarationNotFound = new("declarations.declaration.not-found", 404, NotThere, new(
        "U hebt geen aangifte met MRN {0}. Controleer het nummer en of u hem met dit token hebt ingediend.",
        "You have no declaration with MRN {0}. Check the number, and that you lodged it with this token's submitter."));

    public static readonly ApiFault RequestNotFound = new("declarations.request.not-found", 404, NotThere, new(
        "Over aangifte {1} is geen verzoek met nummer {0}. De nummers staan onder requests.",
        "There is no request with number {0} about declaration {1}. The numbers stand under requests."));

    public static readonly ApiFault VersionNotFound = new("declarations.version.not-found", 404, NotThere, new(
        "Aangifte {0} heeft geen versie {1}. De versies staan onder versions.",
        "Declaration {0} has no version {1}. The versions stand under versions."));

    public static readonly ApiFault DocumentNotFound = new("declarations.document.not-found", 404, NotThere, new(
        "Bij aangifte {1} is geen document van u met nummer {0}. De nummers staan onder documents.",
        "With declaration {1} there is no document of yours with number {0}. The numbers stand under documents."));

    public static readonly ApiFault DocumentGone = new("declarations.document.gone", 500,
        new("Fout in Tolhuis", "Fault in Tolhuis"), new(
        "De inhoud van document {0} is nu niet te lezen; zijn gegevens zijn er nog. De beheerder ziet dit bij controle "
        + "van de opslag. Stuur het document opnieuw als u het nog hebt.",
        "The content of document {0} cannot be read now; its particulars are still there. The operator sees this when "
        + "the store is verified. Send the document again if you still have it."));

    public static readonly ApiFault DocumentRefused = new("declarations.document.refused", 400, BadRequest, new(
        "Het document is niet aangenomen en niet bewaard. Zie problems.",
        "The document was not taken and not kept. See problems."));

    public static readonly ApiFault NotificationNotFound = new("declarations.notification.not-found", 404, NotThere,
        new(
        "U hebt geen bericht met nummer {0}, of het is langer geleden dan berichten te lezen blijven.",
        "You have no notification with number {0}, or it is older than notifications can be read."));

    public static readonly ApiFault FileNotFound = new("intake.file.not-found", 404, NotThere, new(
        "U hebt geen bestand met nummer {0}. Controleer het nummer in de ontvangstbevestiging.",
        "You have no file with number {0}. Check the number in your receipt."));

    public static readonly ApiFault CodeNotFound = new("tariff.code.not-found", 404, NotThere, new(
        "Het recht kent op {1} geen goederencode {0}. Controleer de code en de dag.",
        "The law knows no commodity code {0} on {1}. Check the code and the day."));

    public static readonly ApiFault CodeListNotFound = new("tariff.code-list.not-found", 404, NotThere, new(
        "Er is op {1} geen codelijst {0}. Controleer de naam en de dag.",
        "There is no code list {0} on {1}. Check the name and the day."));

    public static readonly ApiFault MethodNotAllowed = new("platform.method.not-allowed", 405,
        new("Methode niet toegestaan", "Method not allowed"), new(
        "De methode {0} bestaat niet op dit adres. Toegestaan: {1}.",
        "The method {0} does not exist at this address. Allowed: {1}."));

    public static readonly ApiFault NotAcceptable = new("platform.answer.not-acceptable", 406,
        new("Gevraagde vorm bestaat niet", "Asked form does not exist"), new(
        "Antwoorden zijn hier {0}, fouten application/problem+json. Pas de kop Accept aan of laat hem weg.",
        "Answers are {0} here, faults application/problem+json. Change the header Accept or leave it out."));

    public static readonly ApiFault KeyReused = new("platform.idempotency-key.reused", 409, Clash, new(
        "De Idempotency-Key van dit verzoek kwam eerder met een andere inhoud. Geef ieder nieuw bericht een eigen "
        + "sleutel.",
        "The Idempotency-Key of this request came before with other content. Give each new message a key of its own."));

    public static readonly ApiFault BodyTooLarge = new("platform.body.too-large", 413,
        new("Bericht te groot", "Message too large"), new(
        "De inhoud is groter dan {0} bytes. Verdeel hem over meer berichten.",
        "The content is larger than {0} bytes. Spread it over more messages."));

    public static readonly ApiFault ContentTypeUnsupported = new("platform.content-type.unsupported", 415,
        new("Inhoudstype niet ondersteund", "Content type not supported"), new(
        "Het inhoudstype {0} wordt hier niet gelezen. Stuur {1}, zonder Content-Encoding.",
        "The content type {0} is not read here. Send {1}, without Content-Encoding."));

    public static readonly ApiFault ContentTypeMismatch = new("platform.content-type.mismatch", 415,
        new("Inhoudstype past niet", "Content type does not fit"), new(
        "Volgens de kop is de inhoud {0}, maar hij begint als {1}. Verbeter de kop Content-Type.",
        "By its header the content is {0}, but it begins as {1}. Correct the header Content-Type."));

    public static readonly ApiFault RateExceeded = new("platform.rate.exceeded", 429,
        new("Te veel verzoeken", "Too many requests"), new(
        "Dit token stuurt te veel verzoeken tegelijk. Wacht het aantal seconden in Retry-After en probeer het opnieuw.",
        "This token sends too many requests at once. Wait the number of seconds in Retry-After and try again."));

    public static readonly ApiFault KeyMalformed = new("platform.idempotency-key.malformed", 400, BadRequest, new(
        "De kop Idempotency-Key past niet. Gebruik 1 tot 100 zichtbare ASCII-tekens, bij voorkeur een UUID.",
        "The header Idempotency-Key does not fit. Use 1 to 100 visible ASCII characters, preferably a UUID."));

    public static readonly ApiFault BodyEmpty = new("platform.body.empty", 400, BadRequest, new(
        "Het verzoek heeft geen inhoud. Stuur het bericht als inhoud van het verzoek.",
        "The request has no content. Send the message as the content of the request."));

    public static readonly ApiFault QueryInvalid = new("platform.query.invalid", 400, BadRequest, new(
        "Een of meer vraagparameters kloppen niet; zie problems.",
        "One or more query parameters are not right; see problems."));

    public static readonly ApiFault PathInvalid = new("platform.path.invalid", 400, BadRequest, new(
        "{0} heeft niet de vorm van dit deel van het adres: {1}.",
        "{0} does not have the form of this part of the address: {1}."));

    public static readonly ApiFault BatchMalformed = new("intake.batch.malformed", 400, BadRequest, new(
        "De inhoud is geen multipart/form-data met 1 tot {0} berichten. Er is niets ingediend.",
        "The content is no multipart/form-data with 1 to {0} messages. Nothing was lodged."));

    public static readonly ApiFault RequestMalformed = new("platform.request.malformed", 400, BadRequest, new(
        "Het verzoek kon niet worden gelezen. Controleer de koppen en de inhoud en probeer het opnieuw.",
        "The request could not be read. Check its headers and content and try again."));

    public static readonly ApiFault MessageRejected = new("intake.message.rejected", 400, Refused, new(
        "Het bericht is niet aanvaard. Los alle fouten onder problems op en dien het opnieuw in; hetzelfde LRN mag.",
        "The message was not accepted. Mend everything under problems and lodge it again; the same LRN may be used."));

    public static readonly ApiFault MessageUnreadable = new("intake.message.unreadable", 400, Refused, new(
        "Het bericht is niet te lezen. Zie problems voor de plaats en de oorzaak.",
        "The message cannot be read. See problems for the place and the cause."));

    public static readonly ApiFault OtherDeclaration = new("intake.message.other-declaration", 400, BadRequest, new(
        "Het bericht gaat over {0}, het adres over {1}. Er is niets ingediend: stuur het naar het adres van de "
        + "aangifte die erin staat.",
        "The message is about {0}, the address about {1}. Nothing was lodged: send it to the address of the "
        + "declaration that it names."));

    public static readonly ApiFault OtherKind = new("intake.message.other-kind", 400, BadRequest, new(
        "Dit bericht is van de soort {0}; dit adres is voor {1}. Er is niets ingediend. Ieder bericht kan ook naar "
        + "/v1/declarations.",
        "This message is of the kind {0}; this address is for {1}. Nothing was lodged. Every message can also go to "
        + "/v1/declarations."));

    public static readonly ApiFault NoCorrectionAsked = new("intake.correction.not-asked", 409, Clash, new(
        "De douane heeft voor aangifte {0} geen correctie gevraagd die nog open is. Er is niets ingediend. Wilt u zelf "
        + "iets wijzigen, stuur het bericht dan naar amendments.",
        "Customs has asked no correction of declaration {0} that is still open. Nothing was lodged. To change "
        + "something yourself, send the message to amendments."));

    public static readonly ApiFault ViewMalformed = new("intake.view.malformed", 400, BadRequest, new(
        "De inhoud is geen JSON-object met text van 1 tot 2.000 tekens. Er is niets vastgelegd.",
        "The content is no JSON object with a text of 1 to 2,000 characters. Nothing was recorded."));

    public static readonly ApiFault NothingIntended = new("intake.view.nothing-intended", 409, Clash, new(
        "Over aangifte {0} staat geen voornemen open waarop u kunt reageren. Er is niets vastgelegd.",
        "No intended decision on declaration {0} is open to respond to. Nothing was recorded."));

    public static readonly ApiFault ViewGiven = new("intake.view.given", 409, Clash, new(
        "Over dit voornemen voor aangifte {0} is al een zienswijze gegeven. Er is niets vastgelegd.",
        "A view on this intended decision on declaration {0} was given already. Nothing was recorded."));

    public static readonly ApiFault NotPossible = new("intake.request.not-possible", 409, Clash, new(
        "Dit kan niet in de staat waarin de aangifte nu is. Zie problems en vraag de aangifte op.",
        "This cannot be done in the state in which the declaration now is. See problems, and read the declaration."));

    public static readonly ApiFault LrnInUse = new("intake.lrn.in-use", 409, Clash, new(
        "Met dit LRN is al een bericht met een andere inhoud ingediend. Gebruik voor een nieuwe aangifte een nieuw "
        + "LRN.",
        "A message with other content was lodged with this LRN. Use a new LRN for a new declaration."));

    public static readonly ApiFault FileRefused = new("intake.file.refused", 400, Refused, new(
        "Het bestand is niet te lezen en niet ontvangen. Zie problems.",
        "The file cannot be read and was not received. See problems."));

    public static readonly ApiFault StoreUnavailable = new("intake.store.unavailable", 503, Unavailable, new(
        "Er wordt nu niets aangenomen ({0}); van dit verzoek is niets bewaard. Stuur het opnieuw na het aantal "
        + "seconden in Retry-After. Lezen gaat door.",
        "Nothing is taken in now ({0}); nothing of this request was kept. Send it again after the number of seconds in "
        + "Retry-After. Reading goes on."));

    public static readonly ApiFault ServerFailed = new("platform.server.failed", 500,
        new("Fout in Tolhuis", "Fault in Tolhuis"), new(
        "Tolhuis kon dit verzoek niet afmaken. Stuur het opnieuw: hetzelfde bericht wordt nooit twee keer ingediend.",
        "Tolhuis could not finish this request. Send it again: the same message is never lodged twice."));
}
