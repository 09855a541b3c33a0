// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>
/// Finds what an address names among the caller's own. What is another's and what does not exist get the same answer,
/// so that trying numbers teaches nothing.
/// </summary>
internal static class OwnDeclarations
{
    /// <summary>Longest part of an address that is said again in an answer.</summary>
    private const int MaxEcho = 40;

    /// <summary>The refusal if the number has no form or is not one of the caller's own; null if the row was found.
    /// </summary>
    public static ApiProblem? Find(
        string mrn, HttpContext context, IDeclarations declarations, out DeclarationRow row)
    {
        row = null!;
        var text = Echo(mrn);
        if (!Mrn.TryParse(mrn.AsSpan(), out var number, out _))
            return new ApiProblem(ApiFaults.PathInvalid, text, "MRN");
        if (declarations.Find(number) is not { } found || found.SubmitterId != context.Submitter().Id)
            return new ApiProblem(ApiFaults.DeclarationNotFound, text);
        row = found;
        return null;
    }

    /// <summary>
    /// As <see cref="Find"/>, for a request about that declaration. Whoever made the request finds it too, also about
    /// the declaration of another submitter for the same declarant.
    /// </summary>
    public static ApiProblem? FindRequest(
        string mrn, string requestId, HttpContext context, IDeclarations declarations, out RequestRow row)
    {
        row = null!;
        if (!TryNumber(requestId, out var number))
            return new ApiProblem(ApiFaults.PathInvalid, Echo(requestId), "1, 2, 3");
        var found = declarations.Request(number);
        var isMine = found?.SubmitterId == context.Submitter().Id;
        if (Find(mrn, context, declarations, out var declaration) is { } refusal)
        {
            if (!isMine || !Mrn.TryParse(mrn.AsSpan(), out var other, out _)
                || declarations.Find(other)?.Id != found!.DeclarationId)
                return refusal;
        }
        else if (found?.DeclarationId != declaration.Id)
        {
            return new ApiProblem(ApiFaults.RequestNotFound, Echo(requestId), declaration.Mrn.ToString());
        }

        row = found!;
        return null;
    }

    /// <summary>
    /// For an act about a declaration: a mandate of today for its declarant decides, not who lodged it. Reading one's
    /// own needs none; acting in someone's name does.
    /// </summary>
    public static ApiProblem? FindToAct(
        string mrn, HttpContext context, IDeclarations declarations, out DeclarationRow row)
    {
        row = null!;
        var text = Echo(mrn);
        if (!Mrn.TryParse(mrn.AsSpan(), out var number, out _))
            return new ApiProblem(ApiFaults.PathInvalid, text, "MRN");
        if (declarations.Find(number) is not { } found || !MayActFor(found, context))
            return new ApiProblem(ApiFaults.DeclarationNotFound, text);
        row = found;
        return null;
    }

    /// <summary>
    /// True for who lodged it and for the declarant himself. Another who acts for the same declarant does not read what
    /// his colleague wrote.
    /// </summary>
    public static bool MayReadMessage(Submitter submitter, DeclarationRow row, IParties parties) =>
        row.SubmitterId == submitter.Id
        || (submitter.Eori is { } own && parties.Find(own)?.Id == row.DeclarantId);

    /// <summary>Documents of the declarant that one sent oneself, or with a declaration whose message one may read;
    /// never those of the house.</summary>
    public static bool MayRead(Submitter submitter, DeclarationRow row, DocumentRow document, IParties parties) =>
        document.Kind == DocumentKind.FromDeclarant && document.DeclarationId == row.Id
        && ((document.ByKind, document.ById) == (ActorKind.Submitter, submitter.Id)
            || MayReadMessage(submitter, row, parties));

    private static bool MayActFor(DeclarationRow row, HttpContext context)
    {
        var (submitter, services) = (context.Submitter(), context.RequestServices);
        var today = DutchTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        return (submitter.IsHouse && row.SubmitterId == submitter.Id)
            || (services.GetRequiredService<IParties>().Find(row.DeclarantId) is { } declarant
                && submitter.MayLodgeFor(declarant.Eori, today));
    }

    public static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    public static string Echo(string text) => text.Length <= MaxEcho ? text : text[..MaxEcho];

    /// <summary>Sets the ETag; 304 if the caller has this very answer already, null if not.</summary>
    public static IResult? Unchanged(HttpContext context, string tagText)
    {
        var tag = new EntityTagHeaderValue(tagText);
        context.Response.GetTypedHeaders().ETag = tag;
        foreach (var known in context.Request.GetTypedHeaders().IfNoneMatch.Take(50))
        {
            if (known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return null;
    }
}
