// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text.Json;
using Tolhuis.Cli.Tariff;
using Tolhuis.Platform;
using Tolhuis.Tariff;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class TariffCommandTests
{
    private const string Header = "code_prefix,permille,valid_from,valid_until,ground\n";

    [Fact]
    public async Task Show_gives_duty_VAT_and_restriction_of_a_code_as_JSON()
    {
        var (code, output, _) = await Run("show", "6109100010", "--on", "2026-07-01", "--origin", "KP", "--json");

        Assert.Equal(0, code);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(12m, answer.RootElement.GetProperty("dutyPercent").GetDecimal());
        Assert.Equal(21m, answer.RootElement.GetProperty("vatPercent").GetDecimal());
        Assert.Equal("sanctions-north-korea", answer.RootElement.GetProperty("restrictedBy").GetString());
    }

    [Fact]
    public async Task Calculate_tells_the_steps_in_the_language_asked()
    {
        var (code, output, _) = await Run(
            "calculate", "610910", "20", "--additional", "F53", "--on", "2026-07-01", "--language", "en");

        Assert.Equal(0, code);
        Assert.Contains("Flat customs duty of EUR 3.00", output, StringComparison.Ordinal);
        Assert.Contains("VatEuro       4.83", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("835.50", "04069021", "NZ", "--net-mass", "500", "--document", "N853")]
    [InlineData("4.50", "91021100", "CN", "--units", "10")]
    [InlineData("180.00", "610910", "CN", "--addition", "AK=1400")]
    [InlineData("62.50", "87120030", "CN", "--additional-code", "B999")]
    [InlineData("0.00", "610910", "CN", "--preference", "300", "--preferential-origin", "GB", "--document", "U116")]
    [InlineData("0.00", "4011300010", "US", "--preference", "140", "--procedure", "4400", "--document", "N990")]
    public async Task Calculate_takes_the_facts_that_measures_ask_for(
        string duty, string goods, string origin, params string[] facts)
    {
        var (code, output, error) = await Run(
            ["calculate", goods, "100", "--h1", "--origin", origin, "--on", "2026-11-24", "--json", .. facts]);

        Assert.True(code == 0, error);
        using var answer = JsonDocument.Parse(output);
        Assert.True(answer.RootElement.GetProperty("isDetermined").GetBoolean(), output);
        Assert.Equal(duty, answer.RootElement.GetProperty("dutyEuro").GetDecimal().ToString("0.00", null));
    }

    [Fact]
    public async Task Calculate_leaves_a_quota_to_a_person()
    {
        var (_, output, _) = await Run(
            "calculate", "160414", "100", "--h1", "--origin", "EC", "--preference", "120", "--quota", "092790", "--on",
            "2026-11-24", "--language", "en");
        Assert.Contains("Tariff quota 092790", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_of_six_digits_tells_what_is_below_it_with_words()
    {
        var (_, output, _) = await Run("show", "910211", "--on", "2026-11-24", "--json");

        using var answer = JsonDocument.Parse(output);
        var below = answer.RootElement.GetProperty("below").EnumerateArray().First();
        Assert.Equal("91021100", below.GetProperty("code").GetString());
        Assert.NotEmpty(below.GetProperty("text").GetString()!);
        var (_, text, _) = await Run("show", "910211", "--on", "2026-11-24", "--language", "en");
        Assert.Contains("Below this code:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_and_lists_are_those_of_the_day()
    {
        var (_, rates, _) = await Run("rates", "--on", "2026-01-31");
        var (_, before, _) = await Run("lists", "h7-additional-procedure", "--on", "2026-06-30");
        var (_, after, _) = await Run("lists", "h7-additional-procedure", "--on", "2026-07-01");
        var (_, names, _) = await Run("lists");

        Assert.Contains("1.1787", rates, StringComparison.Ordinal);
        Assert.Contains("C07", before, StringComparison.Ordinal);
        Assert.DoesNotContain("C07", after, StringComparison.Ordinal);
        Assert.Contains("package-type", names, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "show", "61091")]
    [InlineData(2, "show", "610910", "--on", "1 juli")]
    [InlineData(2, "show", "610910", "--origin", "China")]
    [InlineData(2, "show", "610910", "--language", "fr")]
    [InlineData(1, "show", "610910", "--edition", "9")]
    [InlineData(1, "lists", "no-such-list")]
    [InlineData(2, "calculate", "610910", "1,50")]
    [InlineData(2, "calculate", "610910", "1", "--net-mass", "1,5")]
    [InlineData(2, "calculate", "610910", "1", "--addition", "AK")]
    [InlineData(2, "calculate", "610910", "1", "--preferential-origin", "Nepal")]
    [InlineData(2, "editions", "--store", "somewhere")]
    [InlineData(2, "import", ".")]
    [InlineData(1, "check", "no-such-folder")]
    public async Task A_question_without_an_answer_says_why_on_stderr(int expected, params string[] question)
    {
        var (code, output, error) = await Run(question);

        Assert.Equal(expected, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_folder_of_tables_is_checked_and_taken_over_as_the_next_edition()
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-law-").FullName;
        using var store = Store.Open(Path.Combine(folder, "store"), TimeProvider.System);
        var tariff = await TariffModule.Open(store, TimeProvider.System);
        var file = Path.Combine(folder, "tariff.vat_rates.csv");
        try
        {
            await File.WriteAllTextAsync(file, Header + "49,200x,,,test\n", TestContext.Current.CancellationToken);
            Assert.Equal(1, (await Run(_ => tariff, "check", folder, "--store", "x")).Code);
            Assert.Equal(1, (await Run(_ => tariff, "import", folder, "--store", "x")).Code);

            await File.WriteAllTextAsync(file, Header + "49,100,,,test\n", TestContext.Current.CancellationToken);
            Assert.Equal(0, (await Run(_ => tariff, "check", folder, "--store", "x")).Code);
            Assert.Equal(0, (await Run(_ => tariff, "import", folder, "--store", "x")).Code);
            Assert.Equal(100, tariff.Current.On(new DateOnly(2026, 7, 1)).VatPermille(TaxExamples.Code("490199")));
            var editions = await Run(_ => tariff, "editions", "--store", "x");
            Assert.Contains("import", editions.Output, StringComparison.Ordinal);
        }
        finally
        {
            store.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<(int Code, string Output, string Error)> Run(params string[] question) => Run(null, question);

    private static async Task<(int Code, string Output, string Error)> Run(
        Func<string, ITariff>? openStore, params string[] question)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var parsed = TariffCommand.Create(openStore).Parse(question);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
