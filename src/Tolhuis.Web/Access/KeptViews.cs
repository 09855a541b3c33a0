// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Access;

/// <summary>The forms that keep, rename, put first and remove views of lists; each goes back to where it was.</summary>
internal static class KeptViews
{
    /// <summary>In the address of the page after a form that could not be done.</summary>
    public const string NotKept = "weergave-niet";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/weergaven", Save).RequireAuthorization(Permission.HouseEnter).WithDisplayName("views");

    private static async Task<IResult> Save(
        HttpContext context,
        [FromServices] IDesk desk,
        [FromForm(Name = "doe")] string? act,
        [FromForm(Name = "weergave")] long? id,
        [FromForm(Name = "lijst")] string? list,
        [FromForm(Name = "naam")] string? name,
        [FromForm(Name = "vraag")] string? query,
        [FromForm(Name = "terug")] string? back)
    {
        var person = context.Session()!.Person.Id;
        var isDone = act switch
        {
            "keep" => await desk.Keep(person, list ?? "", name ?? "", query ?? ""),
            "rename" => await desk.Rename(person, id ?? 0, name ?? ""),
            "first" => await desk.SetFirst(person, id ?? 0, isFirst: true),
            "not-first" => await desk.SetFirst(person, id ?? 0, isFirst: false),
            "remove" => await desk.Remove(person, id ?? 0),
            _ => false,
        };
        return Results.LocalRedirect(isDone ? Returning.To(back) : $"/settings?{NotKept}=1#weergaven");
    }
}
