// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Kernel;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff.Loading;

/// <summary>Files that cannot be loaded: every fault is named with its place, and the draft stays as it was.</summary>
public sealed class BadFileTests
{
    private const string Rates = "Date,USD,JPY\n";

    [Theory]
    [InlineData("duties", "code,duty\n61091000,12%\n6109,abc", TariffProblems.LoadDuty, "3", "duty", "abc")]
    [InlineData("duties", "code;duty\n6109100;12%", TariffProblems.LoadCode, "2", "code", "6109100")]
    [InlineData("duties", "code\tduty\n61091000\t", TariffProblems.LoadMissing, "2", "duty")]
    [InlineData("duties", "code,tarief\n61091000,12%", TariffProblems.LoadHeader, "duty", "code, tarief")]
    [InlineData("duties", "code,duty\n61091000,12%\n6109 10 00,9%", TariffProblems.LoadDouble, "3", "code")]
    [InlineData("duties", "code,duty\n61091000,12%,9", TariffProblems.LoadWidth, "2", "", "3", "2")]
    [InlineData("duties", "code,duty\n\"61091000,12%", TariffProblems.LoadQuote, "2", "1")]
    [InlineData("duties", "code,duty\n\"61091000\"x,12%", TariffProblems.LoadQuote, "2", "1")]
    [InlineData("duties", "code,duty\n", TariffProblems.LoadEmpty)]
    [InlineData("duties", "", TariffProblems.LoadEmpty)]
    [InlineData("nomenclature", "code,text_en\n6109,=1+1", TariffProblems.LoadText, "2", "text_en", "=1+1")]
    [InlineData("nomenclature", "code,text_en\n6109,a\u0007b", TariffProblems.LoadText, "2", "text_en", "a\uFFFDb")]
    [InlineData("nomenclature", "code,text_en\n6109,", TariffProblems.LoadMissing, "2", "text_en")]
    [InlineData("nomenclature", "code,text_en,su\n6109,Shirts,bag", TariffProblems.LoadUnit, "2", "su", "bag")]
    [InlineData("nomenclature", "code\n6109", TariffProblems.LoadHeader, "text_nl")]
    [InlineData("rates", Rates + "2026-06-17,0,150", TariffProblems.LoadRate, "2", "USD", "0")]
    [InlineData("rates", Rates + "2026-06-17,1.1,\"1,5\"", TariffProblems.LoadRate, "2", "JPY", "1,5")]
    [InlineData("rates", Rates + "17-06-2026,1.1,150", TariffProblems.LoadDate, "2", "Date", "17-06-2026")]
    [InlineData("rates", Rates + ",1.1,150", TariffProblems.LoadMissing, "2", "Date")]
    [InlineData("rates", Rates + "2026-06-17,1,2\n2026-06-17,1,2", TariffProblems.LoadDouble, "3", "Date")]
    [InlineData("rates", Rates + "2026-03-17,1.1,150", TariffProblems.LoadNothing, "1", "2026-07-01")]
    [InlineData("rates", "Date,Dollar\n2026-06-17,1", TariffProblems.LoadHeader, "USD")]
    [InlineData("codes", "list,code\nIncoterm,FOB", TariffProblems.LoadList, "2", "list", "Incoterm")]
    [InlineData("codes", "list,code\nincoterm,", TariffProblems.LoadMissing, "2", "code")]
    [InlineData("codes", "{\"lists\":3}", TariffProblems.LoadJson, "1")]
    [InlineData("codes", "{\"lists\":{\n\"a\":[", TariffProblems.LoadJson, "2")]
    [InlineData("codes", "{\"Unit\":[{\"state\":\"valid\"}]}", TariffProblems.LoadMissing, "1", "Unit")]
    [InlineData("offices", "office_id,name\nNL12,Venlo", TariffProblems.LoadOffice, "2", "office_id", "NL12")]
    [InlineData("offices", "[{\"reference\":\"NL000123\"},7]", TariffProblems.LoadMissing, "2", "")]
    [InlineData("tariff.settings", "name,value,colour\nx,1,red", TariffProblems.LoadColumn, "colour")]
    [InlineData("tariff.settings", "name,value\nflat-duty-cents,x", TariffProblems.LoadRow, "2", "tariff.settings")]
    [InlineData("tariff.vat_rates", "permille\n90", TariffProblems.LoadHeader, "code_prefix")]
    [InlineData("tariff.vat_rates", "code_prefix,permille,valid_from,valid_until\n49,90,2027-01-01,2026-01-01",
        TariffProblems.LoadDate, "2", "valid_until", "2026-01-01")]
    [InlineData("measures",
        "code,additional_code,origin,type,preference,order_number,documents\n6109,,,free,100,,",
        TariffProblems.LoadRow, "2", "tariff.measures")]
    [InlineData("weather", "a,b\n1,2", TariffProblems.LoadKind, "weather")]
    [InlineData("tariff.weather", "a,b\n1,2", TariffProblems.LoadKind, "tariff.weather")]
    public async Task A_bad_file_is_refused_with_the_place_of_its_fault(
        string kind, string content, string code, params string[] values)
    {
        using var house = await DraftHouse.Open();

        var outcome = await house.Load(kind, content);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(values, problem.Arguments.Take(values.Length));
        Assert.Null(outcome.Draft);
        Assert.Empty(house.Drafts.List());
    }

    [Fact]
    public async Task A_bad_row_leaves_the_draft_it_was_meant_for_as_it_was()
    {
        using var house = await DraftHouse.Open();
        var draft = (await house.Load("duties", "code,duty\n61091000,11%", complete: false)).Draft!;

        var outcome = await house.Load("duties", "code,duty\n61091000,10%\n61099020,x", draft: draft.Number);

        Assert.Equal(TariffProblems.LoadDuty, Assert.Single(outcome.Problems).Code);
        Assert.Equivalent(draft, house.Drafts.Find(draft.Number), strict: true);
    }

    [Fact]
    public async Task All_bad_rows_are_named_and_at_most_two_hundred()
    {
        using var house = await DraftHouse.Open();
        var content = new StringBuilder("code,duty\n");
        for (var i = 0; i < 1_000; i++)
            content.Append("61091000,none\n");

        var outcome = await house.Load("duties", content.ToString());

        Assert.Equal(200, outcome.Problems.Count);
        Assert.Equal(Enumerable.Range(2, 200).Select(line => $"{line}"), outcome.Problems.Select(p => p.Arguments[0]));
    }

    public static TheoryData<string, byte[], string> WrongBytes => new()
    {
        { "a NUL", [.. "code,duty\n6109"u8, 0, .. "1000,12%"u8], "2" },
        { "Latin-1", [.. "code,duty\n"u8, 0xE9, .. ",12%"u8], "2" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("code,duty")).ToArray(), "1" },
    };

    [Theory]
    [MemberData(nameof(WrongBytes))]
    public async Task A_file_that_is_not_UTF_8_is_refused(string what, byte[] content, string line)
    {
        using var house = await DraftHouse.Open();

        var problem = Assert.Single((await house.Load("duties", content)).Problems);

        Assert.Equal((what, TariffProblems.LoadEncoding, line), (what, problem.Code, problem.Arguments[0]));
    }

    [Fact]
    public async Task A_file_beyond_the_bounds_of_bytes_rows_columns_and_fields_is_refused()
    {
        using var house = await DraftHouse.Open();
        var rows = "code,duty\n" + string.Concat(Enumerable.Repeat("x,y\n", 300_001));

        Assert.Equal(TariffProblems.LoadTooLarge, await First(new string('x', 14_000_001)));
        Assert.Equal(TariffProblems.LoadTooLarge, await First(rows, kind: "codes", header: "list,code\n"));
        Assert.Equal(TariffProblems.LoadWidth, await First(new string(',', 100) + "\n"));
        Assert.Equal(TariffProblems.LoadText, await First("code,duty\n" + new string('1', 4_001) + ",1%"));
        Assert.Equal(TariffProblems.LoadText, await First("code,duty\n\"" + new string('"', 9_000) + "\",1%"));
        Assert.Equal(
            TariffProblems.LoadJson, await First("{\"lists\":" + string.Concat(Enumerable.Repeat("[", 1_000))));

        async Task<string> First(string content, string kind = "duties", string? header = null) => (await house.Load(
            kind, header is null ? content : header + content[content.IndexOf('\n')..].TrimStart())).Problems[0].Code;
    }

    [Fact]
    public async Task A_first_day_outside_reason_is_refused()
    {
        using var house = await DraftHouse.Open();

        foreach (var day in (string[])["1066-10-14", "2037-01-01"])
            Assert.Equal(
                TariffProblems.LoadFrom,
                Assert.Single((await house.Load("duties", "code,duty\n61091000,12%", day)).Problems).Code);
    }

    [Fact]
    public void Every_sentence_of_a_fault_is_there_in_both_languages()
    {
        var catalogue = new ProblemCatalogue(LawEdition.BuiltIn);
        var codes = catalogue.Codes.Where(code => code.StartsWith("tariff.load.", StringComparison.Ordinal)
            || code.StartsWith("tariff.draft.", StringComparison.Ordinal)).ToList();

        Assert.Equal(31, codes.Count);
        foreach (var code in codes)
        {
            var problem = new Problem(code, Severity.Reject, Arguments: ["a", "b", "c", "d"]);
            Assert.DoesNotContain("{", catalogue.Text(problem, "nl", DraftHouse.Today), StringComparison.Ordinal);
            Assert.DoesNotContain("{", catalogue.Text(problem, "en", DraftHouse.Today), StringComparison.Ordinal);
        }
    }
}
