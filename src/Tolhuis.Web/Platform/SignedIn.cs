// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Tolhuis.Access.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>
/// The person behind a request. The cookie holds the number of the session and nothing to believe: roles are read from
/// the store each time, so that taking a role away works at once.
/// </summary>
public static class SignedIn
{
    private const string SessionClaim = "session";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The open session of this request, or null.</summary>
    public static Session? Session(this HttpContext context) => context.Items[typeof(Session)] as Session;

    public static bool May(this HttpContext context, string permission) =>
        context.Session() is { } session && Permissions.Allows(session.Person.Roles, permission);

    /// <summary>True if the caller sits at this computer itself; false behind a proxy or under another name.</summary>
    public static bool IsLoopback(this HttpContext context) => Edge.IsDirectLoopback(context);

    /// <summary>Network address for the audit trail.</summary>
    public static string Origin(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    public static Task Enter(this HttpContext context, Session session) =>
        context.SignInAsync(Scheme, Principal(session), new AuthenticationProperties { IsPersistent = false });

    public static Task Leave(this HttpContext context) => context.SignOutAsync(Scheme);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "tolhuis.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/aanmelden";
        options.ReturnUrlParameter = "terug";
        options.SlidingExpiration = false;
        options.ExpireTimeSpan = TimeSpan.FromHours(24);
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToAccessDenied = c => Answer(c.HttpContext, StatusCodes.Status403Forbidden);
        options.Events.OnRedirectToLogin = c =>
        {
            if (c.Request.Path.StartsWithSegments("/live") || c.Request.Path.StartsWithSegments("/v1"))
                return Answer(c.HttpContext, StatusCodes.Status401Unauthorized);
            c.Response.Redirect(c.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<IPeople>();
        var claim = context.Principal?.FindFirstValue(SessionClaim);
        if (long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && people.Find(id) is { } session)
        {
            context.HttpContext.Items[typeof(Session)] = session;
            context.ReplacePrincipal(Principal(session));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static ClaimsPrincipal Principal(Session session)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(SessionClaim, session.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, session.Person.SignInName));
        foreach (var role in session.Person.Roles)
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        return new ClaimsPrincipal(identity);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
