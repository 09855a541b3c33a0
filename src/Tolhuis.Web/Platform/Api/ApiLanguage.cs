// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;

namespace Tolhuis.Web.Platform.Api;

/// <summary>One sentence of the API in both languages; {0}, {1} are values.</summary>
internal readonly record struct Wording(string Nl, string En)
{
    public string In(string language) => language == ApiLanguage.English ? En : Nl;
}

/// <summary>The language of sentences in answers: that of Accept-Language, Dutch unless English is liked
/// better.</summary>
internal static class ApiLanguage
{
    public const string Dutch = "nl";
    public const string English = "en";

    public static string Of(HttpContext context)
    {
        var best = Dutch;
        var bestQuality = 0.0;
        foreach (var value in context.Request.GetTypedHeaders().AcceptLanguage)
        {
            var quality = value.Quality ?? 1;
            var language = LanguageOf(value.Value.AsSpan());
            if (language is null || quality <= bestQuality)
                continue;
            (best, bestQuality) = (language, quality);
        }

        return best;
    }

    private static string? LanguageOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf('-');
        var primary = end < 0 ? tag : tag[..end];
        if (primary.Equals(English, StringComparison.OrdinalIgnoreCase))
            return English;
        return primary.Equals(Dutch, StringComparison.OrdinalIgnoreCase) || primary is "*" ? Dutch : null;
    }
}
