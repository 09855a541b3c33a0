// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>
/// How a person likes the screen: language, theme, single-key shortcuts, room between rows. In cookies that hold
/// nothing personal, and for who is signed in also in the store, which goes before the cookie: it follows him. Known on
/// the server, so that the first byte already has the right colours.
/// </summary>
public sealed class Preferences(IHttpContextAccessor accessor, IDesk desk)
{
    public const string ThemeCookie = "kleuren";
    public const string ShortcutsCookie = "toetsen";

    public const string DensityCookie = "dichtheid";

    private DeskChoices? _choices;
    private bool _isRead;

    public Language Language => Language.Find(Query(Language.Cookie)) ?? Language.Find(Chosen?.Language)
        ?? Language.Find(Cookie(Language.Cookie)) ?? Language.Dutch;

    /// <summary>auto, light or dark.</summary>
    public string Theme => (Chosen?.Theme ?? Cookie(ThemeCookie)) switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => "auto",
    };

    /// <summary>Single-key shortcuts can be switched off (WCAG 2.1.4).</summary>
    public bool HasShortcuts => (Chosen?.Shortcuts ?? Cookie(ShortcutsCookie)) != "off";

    /// <summary>compact, or comfortable: more room between rows.</summary>
    public string Density =>
        (Chosen?.Density ?? Cookie(DensityCookie)) == "comfortable" ? "comfortable" : "compact";

    // Only once it is known who asks: before that the answer would be that of no one.
    private DeskChoices? Chosen
    {
        get
        {
            if (!_isRead && accessor.HttpContext?.Session() is { } session)
            {
                _choices = desk.ChoicesOf(session.Person.Id);
                _isRead = true;
            }

            return _choices;
        }
    }

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

    /// <summary>The same for who is signed in, once it is known who.</summary>
    internal static async Task KeepLanguage(HttpContext context, RequestDelegate next)
    {
        if (Language.Find(context.Request.Query[Language.Cookie]) is { } language && context.Session() is { } session)
        {
            var preferences = context.RequestServices.GetRequiredService<Preferences>();
            var desk = context.RequestServices.GetRequiredService<IDesk>();
            try
            {
                if (preferences.Chosen?.Language != language.Code)
                    await desk.Choose(session.Person.Id, preferences.Now() with { Language = language.Code });
            }
            catch (Tolhuis.Platform.StoreUnavailableException)
            {
                // The page can still be read, in the language of its address.
            }
        }

        await next(context);
    }

    private DeskChoices Now() => new(Language.Code, Theme, HasShortcuts ? "on" : "off", Density);

    private static async Task<IResult> Save(
        HttpContext context,
        [FromServices] Preferences preferences,
        [FromServices] IDesk desk,
        [FromForm(Name = Language.Cookie)] string? language,
        [FromForm(Name = ThemeCookie)] string? theme,
        [FromForm(Name = ShortcutsCookie)] string? shortcuts,
        [FromForm(Name = DensityCookie)] string? density,
        [FromForm(Name = "terug")] string? back)
    {
        var now = preferences.Now();
        if (theme is "auto" or "light" or "dark")
            Keep(context, ThemeCookie, theme);
        if (shortcuts is "on" or "off")
            Keep(context, ShortcutsCookie, shortcuts);
        if (density is "compact" or "comfortable")
            Keep(context, DensityCookie, density);
        if (Language.Find(language) is { } found)
            Keep(context, Language.Cookie, found.Code);
        if (context.Session() is { } session)
        {
            await desk.Choose(session.Person.Id, new DeskChoices(
                Language.Find(language)?.Code ?? now.Language,
                theme is "auto" or "light" or "dark" ? theme : now.Theme,
                shortcuts is "on" or "off" ? shortcuts : now.Shortcuts,
                density is "compact" or "comfortable" ? density : now.Density));
        }

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
