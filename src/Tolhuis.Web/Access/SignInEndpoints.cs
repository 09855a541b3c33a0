// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Access;

/// <summary>Posts that end in another page: signing in as a demo account, signing out.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/aanmelden/demo", SignInDemo).AllowAnonymous().WithDisplayName("sign-in-demo");
        routes.MapPost("/afmelden", SignOut).AllowAnonymous().WithDisplayName("sign-out");
    }

    private static async Task<IResult> SignInDemo(
        HttpContext context, IPeople people, [FromForm(Name = "persoon")] long person,
        [FromForm(Name = "terug")] string? back)
    {
        var (session, _) = await people.SignInDemo(person, context.IsLoopback(), context.Origin());
        if (session is null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await context.Enter(session);
        return Results.LocalRedirect(Returning.To(back, session.Person));
    }

    // The form field makes the framework check that the form is ours.
    private static async Task<IResult> SignOut(
        HttpContext context, IPeople people, [FromForm(Name = "afmelden")] string? confirmed)
    {
        if (confirmed is null)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (context.Session() is { } session)
            await people.SignOut(session.Id, context.Origin());
        await context.Leave();
        return Results.LocalRedirect("/aanmelden");
    }
}
