// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Tolhuis.Web.Platform;

/// <summary>
/// How a person likes the screen, in cookies that hold nothing personal: language, theme, single-key shortcuts. Known
/// on the server, so that the first byte already has the right colours.
/// </summary>
public sealed class Preferences(IHttpContextAccessor accessor)
{
    public const string ThemeCookie = "kleuren";
    public const string ShortcutsCookie = "toetsen";

    public Language Language =>
        Language.Find(Query(Language.Cookie)) ?? Language.Find(Cookie(Language.Cookie)) ?? Language.Dutch;

    /// <summary>auto, light or dark.</summary>
    public string Theme => Cookie(ThemeCookie) is "light" or "dark" ? Cookie(ThemeCookie)! : "auto";

    /// <summary>Single-key shortcuts can be switched off (WCAG 2.1.4).</summary>
    public bool HasShortcuts => Cookie(ShortcutsCookie) != "off";

    private string? Query(string name) => accessor.HttpContext?.Request.Query[name];

    private string? Cookie(string name) => accessor.HttpContext?.Request.Cookies[name];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/voorkeuren", Save).AllowAnonymous().WithDisplayName("preferences");

    /// <summary>A language named in the address is kept for the next pages.</summary>
    internal static Task RememberLanguage(HttpContext context, RequestDelegate next)
    {
        if (Language.Find(context.Request.Query[Language.Cookie]) is { } language)
            Keep(context, Language.Cookie, language.Code);
        return next(context);
    }

    private static IResult Save(
        HttpContext context,
        [FromForm(Name = ThemeCookie)] string? theme,
        [FromForm(Name = ShortcutsCookie)] string? shortcuts,
        [FromForm(Name = "terug")] string? back)
    {
        if (theme is "auto" or "light" or "dark")
            Keep(context, ThemeCookie, theme);
        if (shortcuts is "on" or "off")
            Keep(context, ShortcutsCookie, shortcuts);
        return Results.LocalRedirect(Returning.To(back));
    }

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
}
