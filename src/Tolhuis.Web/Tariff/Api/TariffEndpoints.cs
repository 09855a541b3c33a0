// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Tariff.Api;

/// <summary>The law for programs: what holds for a code, and the codes of a list. Law is public; a token is asked so
/// that no one can keep the server busy for others.</summary>
internal static class TariffEndpoints
{
    private const int MaxCodes = 20_000;
    private const int MaxListName = 60;

    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);
    private static readonly DayParameter On = new("on", "Het recht van deze dag; zonder is het vandaag in Nederland.");
    private static readonly TextParameter Origin = new("origin", "Alleen wat geldt voor dit land van oorsprong.", 2);

    public static void Map(IEndpointRouteBuilder read)
    {
        read.MapGet("/tariff/{code}", Read).WithName("readTariff").WithTags("tariff")
            .WithSummary("Wat er geldt voor een goederencode").Produces<TariffBody>()
            .WithMetadata(new QueryParameters(On, Origin));
        read.MapGet("/code-lists/{list}", List).WithName("readCodeList").WithTags("tariff")
            .WithSummary("De codes van een lijst").Produces<CodeListBody>().WithMetadata(new QueryParameters(On));
    }

    private static IResult Read(
        string code, HttpContext context, [FromServices] ITariff tariff, [FromServices] TimeProvider time)
    {
        var query = new QueryReading(context);
        var day = query.Day(On) ?? DutchTime.DateOf(time.GetUtcNow());
        var letters = query.Text(Origin) ?? "";
        if (query.Refusal is { } refusal)
            return refusal;
        var text = code.Length <= 40 ? code : code[..40];
        if (!CommodityCode.TryParse(code, out var commodity, out _))
            return new ApiProblem(ApiFaults.PathInvalid, text, "6, 8, 10");
        CountryCode origin = default;
        if (letters.Length > 0 && !CountryCode.TryParse(letters, out origin))
            return new ApiProblem(ApiFaults.QueryInvalid);
        if (day < Earliest || day > Latest)
            return new ApiProblem(ApiFaults.QueryInvalid);
        var law = CommodityLaw.Of(tariff.Current, day, commodity, origin);
        if (!law.IsKnown)
            return new ApiProblem(ApiFaults.CodeNotFound, text, $"{day:yyyy-MM-dd}");
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(BodyOf(law, language));
    }

    private static IResult List(
        string list, HttpContext context, [FromServices] ITariff tariff, [FromServices] TimeProvider time)
    {
        var query = new QueryReading(context);
        var day = query.Day(On) ?? DutchTime.DateOf(time.GetUtcNow());
        if (query.Refusal is { } refusal)
            return refusal;
        if (day < Earliest || day > Latest)
            return new ApiProblem(ApiFaults.QueryInvalid);
        var name = list.Length <= MaxListName ? list : list[..MaxListName];
        var law = tariff.Current.On(day);
        if (!law.HasList(name))
            return new ApiProblem(ApiFaults.CodeListNotFound, name, $"{day:yyyy-MM-dd}");
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new CodeListBody(name, day, law.Edition,
        [
            .. law.CodesOf(name).Take(MaxCodes).Select(row => new ListedCode(
                row["code"], row.Text(language), First(row), row.Validity.Until)),
        ]));
    }

    private static TariffBody BodyOf(CommodityLaw law, string language) => new(
        law.Code.ToString(), law.Day, law.Edition,
        [.. law.Path.Select(entry => new NomenclatureStep(entry.Code, entry.Text(language)))],
        Optional(law.SupplementaryUnit),
        [.. law.Measures.Select(measure => BodyOf(measure, language))],
        law.VatPermille / 10m,
        LegalGround.In(language, law.Vat?["ground"] ?? ""),
        law.Flat is { } flat
            ? new FlatDutyBody(AmountBody.Euro(flat.Cents), flat.CountingKey, LegalGround.In(language, flat.Ground))
            : null,
        [.. law.Restrictions.Select(row => BodyOf(row, language))],
        [.. law.Lists.Select(row => BodyOf(row, language))],
        [.. law.Changes.Select(change => new LawChangeBody(
            change.Day, change.IsBeginning ? "begins" : "ends", change.Table,
            LawWords.Saying(change.Row, Language.Find(language)!), LegalGround.In(language, change.Row["ground"])))]);

    private static MeasureBody BodyOf(Measure measure, string language) => new(
        MeasureTypes.WordOf(measure.Type), measure.Code, Optional(measure.AdditionalCode), Optional(measure.Origin),
        [.. measure.ExcludedOrigins.Select(country => country.ToString())], measure.Preferences,
        Optional(measure.OrderNumber), measure.Duty?.ToString(), measure.Documents, First(measure.Row),
        measure.Validity.Until, LegalGround.In(language, measure.Ground));

    private static GoodsListBody BodyOf(LawRow row, string language) => new(
        row["list"], row["code_prefix"], Optional(row["origin"]), row.Text(language),
        LegalGround.In(language, row["ground"]));

    private static DateOnly? First(LawRow row) => row.Validity.From == DateOnly.MinValue ? null : row.Validity.From;

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
