// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using System.Text;
using Tolhuis.Kernel;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class ProblemCatalogueTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);
    private static readonly ProblemCatalogue Catalogue = new(LawEdition.BuiltIn);

    [Fact]
    public void Every_problem_that_a_module_names_has_a_row_today()
    {
        var codes = typeof(TariffModule).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .Where(type => type.Name.EndsWith("Problems", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true, FieldType.FullName: "System.String" })
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.Split('.').Length == 3)
            .ToArray();

        Assert.Contains(TariffProblems.DutyNotDetermined, codes);
        // Some rules begin after the others, such as that for product identifiers.
        var today = new DateOnly(2026, 11, 24);
        Assert.DoesNotContain(codes, code => Catalogue.Row(code, today) is null);
    }

    [Fact]
    public void A_problem_gets_its_severity_and_its_sentence_in_both_languages()
    {
        var problem = Catalogue.Make(
            TariffProblems.ExchangeRateMissing, Day, "14 14 012 000", "/Declaration", "XAU", "2026-07-01");

        Assert.Equal(Severity.Manual, problem.Severity);
        Assert.Equal("14 14 012 000", problem.DataElement);
        Assert.StartsWith(
            "Voor valuta XAU is op 2026-07-01 geen", Catalogue.Text(problem, "nl", Day), StringComparison.Ordinal);
        Assert.StartsWith("No customs exchange rate", Catalogue.Text(problem, "en", Day), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_without_a_row_is_shown_with_its_values_and_a_person_must_look()
    {
        var problem = Catalogue.Make("nowhere.thing.wrong", Day, "", "", "one", new string('x', 500));

        Assert.Equal(Severity.Manual, problem.Severity);
        Assert.Equal(200, problem.Arguments[1].Length);
        Assert.StartsWith("nowhere.thing.wrong one x", Catalogue.Text(problem, "nl", Day), StringComparison.Ordinal);
        Assert.Null(Catalogue.Row("nowhere.thing.wrong", Day));
    }

    [Fact]
    public void Severity_is_that_of_the_date()
    {
        const string Csv = """
            code,severity,data_element,ground,valid_from,valid_until,text_nl,text_en
            tariff.a.b,warn,18 09 056 000,x,,2026-11-01,a,b
            tariff.a.b,reject,18 09 056 000,x,2026-11-01,,a,b

            """;
        var catalogue = new ProblemCatalogue(
            LawEdition.BuiltIn.With(2, [LawEdition.ParseTable("tariff.problems", Encoding.UTF8.GetBytes(Csv))]));

        Assert.Equal(Severity.Warn, catalogue.Make("tariff.a.b", new DateOnly(2026, 10, 31), "", "").Severity);
        Assert.Equal(Severity.Reject, catalogue.Make("tariff.a.b", new DateOnly(2026, 11, 1), "", "").Severity);
        Assert.Equal("18 09 056 000", catalogue.Make("tariff.a.b", Day, "", "").DataElement);
    }

    [Theory]
    [InlineData("{0} en {1}", "12,50 en b", "12.50", "b")]
    [InlineData("{0}", "12,50 USD", "12.50 USD")]
    [InlineData("{0}", "18 09.x", "18 09.x")]
    [InlineData("{0}", "tariff.step.vat", "tariff.step.vat")]
    [InlineData("{0}", "1.2.3", "1.2.3")]
    [InlineData("{2} {a} {", "{2} {a} {", "x")]
    [InlineData("{0}", "{0}", "{0}")]
    public void A_sentence_is_filled_and_never_throws(string sentence, string expected, params string[] values) =>
        Assert.Equal(expected, LawSentence.Fill(sentence, values, "nl"));
}
