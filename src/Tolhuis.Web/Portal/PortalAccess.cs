// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>A trader signed in: the person, and for whom he acts today.</summary>
/// <param name="DeclarantIds">Own numbers of the declarants within his mandates.</param>
public sealed record PortalTrader(Person Person, Submitter Submitter, IReadOnlyList<long> DeclarantIds)
{
    /// <summary>As whom he acts towards customs: the submitter; the trail has the person.</summary>
    public Actor AsSubmitter() => new(ActorKind.Submitter, Submitter.Id, Submitter.Name);
}

/// <summary>
/// What a trader may see and do, asked at every request. Own is every declaration of a declarant within his mandates of
/// today, whoever lodged it. What is another's and what does not exist get the same answer.
/// </summary>
internal sealed class PortalAccess(
    IPeople people, IParties parties, IDeclarations declarations, IAuditTrail trail, TimeProvider time)
{
    /// <summary>The trader behind a request; null for anyone else, and once his account or mandates ended.</summary>
    public PortalTrader? Of(HttpContext context)
    {
        if (context.Session()?.Person is not { } person || !context.May(Permission.PortalUse)
            || people.SubmitterOf(person) is not { } submitter)
            return null;
        var today = DutchTime.DateOf(time.GetUtcNow());
        var declarants = submitter.Mandates.Where(mandate => mandate.Validity.Contains(today))
            .Select(mandate => mandate.Declarant is { } eori ? parties.Find(eori)?.Id : null)
            .OfType<long>().Distinct().ToList();
        return new PortalTrader(person, submitter, declarants);
    }

    public DeclarationRow? Find(PortalTrader trader, long id) =>
        declarations.Find(id) is { } row && trader.DeclarantIds.Contains(row.DeclarantId) ? row : null;

    /// <summary>
    /// True for who lodged it and for the declarant himself. Another who acts for the same declarant sees the
    /// declaration, and not what his colleague wrote: his reference, his message.
    /// </summary>
    public bool MayReadMessage(PortalTrader trader, DeclarationRow row) =>
        OwnDeclarations.MayReadMessage(trader.Submitter, row, parties);

    /// <summary>Documents that he sent, or that were sent for him; never those of the house.</summary>
    public bool MayRead(PortalTrader trader, DeclarationRow row, DocumentRow document) =>
        OwnDeclarations.MayRead(trader.Submitter, row, document, parties);

    /// <summary>The reference by which to call a declaration: its MRN, else its LRN where he may know it.</summary>
    public string NumberOf(PortalTrader trader, DeclarationRow row) =>
        !row.Mrn.IsEmpty ? row.Mrn.ToString() : MayReadMessage(trader, row) ? row.Lrn : "";

    /// <summary>What he saw or did with a declaration, in the trail before it is shown.</summary>
    public Task Record(HttpContext context, PortalTrader trader, string action, long declarationId, string details) =>
        trail.Record(new TrailEntry(
            trader.Person.AsActor(), action, "declaration", declarationId.ToString(CultureInfo.InvariantCulture),
            Origin: context.Origin(), Details: details));

    public Task Record(HttpContext context, PortalTrader trader, string action) =>
        trail.Record(new TrailEntry(trader.Person.AsActor(), action, Origin: context.Origin()));
}
